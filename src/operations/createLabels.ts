import { ApiError } from '../api/errors';
import { isSameName } from '../api/sameName';
import type { Label } from '../api/schema';
import type { JournalEntry } from '../journal/entry';
import type { Journal } from '../journal/journal';
import type { LabelStore } from '../labels/labelStore';
import { nameKey } from '../labels/names/nameKey';
import { failureIn } from './failure';
import type { ItemResult, Operation, OperationItem } from './operation';

/** A deleted label that is to be created again, with its name, color and team; it gets another id. */
export interface CreateRequest extends OperationItem {
  readonly entry: JournalEntry;
  /** However often it is sent with this key, KirimChat makes one label of it (API: Labels, POST). */
  readonly idempotencyKey: string;
}

interface CreateDeps {
  readonly labels: Pick<LabelStore, 'labels'>;
  readonly journal: Pick<Journal, 'recreated'>;
  /** Called when the journal could not be written: the label is there all the same. */
  readonly onJournalError: (error: unknown) => void;
}

export function createRequest(entry: JournalEntry): CreateRequest {
  return { entry, label: entry.label, idempotencyKey: crypto.randomUUID() };
}

/** The same once more: with the same key where it may have taken effect, so that nothing is created twice. */
export function createRequestAgain({ item, error }: ItemResult<CreateRequest>): CreateRequest {
  return failureIn(error)?.mayHaveTakenEffect ? item : createRequest(item.entry);
}

/** Creates labels. Made for one batch of requests: each label of the list is taken for the result of one of them at most. */
export function createOperation(
  requests: readonly CreateRequest[],
  { labels, journal, onJournalError }: CreateDeps,
): Operation<CreateRequest> {
  /** Of labels that were there before, or are known to be another request's. */
  const knownIds = new Set(labels.labels.map(({ id }) => id));
  const wantedNames = new Set(requests.map(({ label }) => nameKey(label)));
  const noteCreated = ({ entry }: CreateRequest, id: string) => {
    knownIds.add(id);
    journal.recreated(entry, id).catch(onJournalError);
  };
  return {
    activity: 'creating',
    send: async ({ label, idempotencyKey }, client, options) => {
      const written = await client.createLabel(label, idempotencyKey, options);
      const known = labels.labels.find(({ id }) => id === written.label.id);
      if (known && !isSameName(known.name, written.label.name)) {
        // Ids are never reused: this is another label's, and the list has to tell what became of the new one.
        const { requestId } = written;
        throw new ApiError({ kind: 'unreadable', attempts: 1, mayHaveTakenEffect: true, requestId });
      }
      return written;
    },
    apply: (request, { label }, store) => {
      if (label) {
        store.put(label);
        noteCreated(request, label.id);
      }
    },
    needsList: (failure) => failure.mayHaveTakenEffect || isRefused(failure),
    settle: (request, failure, list) => {
      const candidates = list?.labels.filter((label) => mayBe(label, request.label, wantedNames)) ?? [];
      // A colleague may have been quicker: what was there before is not ours, and neither is what has another color.
      const created = candidates.find(({ id, color }) => !knownIds.has(id) && color === request.label.color);
      if (created && failure.mayHaveTakenEffect) {
        noteCreated(request, created.id);
        return { status: 'done', current: created };
      }
      // Only KirimChat knows whether a name that is nearly the same is in the way.
      if (candidates.some((label) => isRefused(failure) || nameKey(label) === nameKey(request.label))) {
        return { status: 'exists' };
      }
      // A record that cannot be read, or was not loaded, may be the new label.
      return { status: failure.mayHaveTakenEffect && list?.isComplete !== true ? 'inDoubt' : 'failed' };
    },
  };
}

/** Whether a label may be what KirimChat makes of the one that is wanted: it has its name, or that name tidied. */
function mayBe(label: Label, wanted: Label, wantedNames: ReadonlySet<string>): boolean {
  const isExact = nameKey(label) === nameKey(wanted);
  const isTidied = label.team_id === wanted.team_id && isSameName(label.name, wanted.name);
  return isExact || (isTidied && !wantedNames.has(nameKey(label)));
}

/** What KirimChat says of a name that is taken, among other things (API: Labels, POST). */
function isRefused({ code }: ApiError): boolean {
  return code === 'invalid_field_value';
}

/** What is to be created of what was chosen, each with the newest first. */
export interface CreatePlan {
  readonly wanted: readonly JournalEntry[];
  /** Their teams have labels of these names already. */
  readonly existing: readonly JournalEntry[];
  /** Others of the same name and team are wanted, which were deleted later: only one can have the name. */
  readonly older: readonly JournalEntry[];
}

/** @param entries in whatever order they were chosen. */
export function planCreation(entries: readonly JournalEntry[], labels: readonly Label[]): CreatePlan {
  const newestFirst = [...entries].sort((a, b) =>
    a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? 1 : -1,
  );
  const taken = new Set(labels.map(nameKey));
  const existing = newestFirst.filter(({ label }) => taken.has(nameKey(label)));
  const wanted: JournalEntry[] = [];
  const older: JournalEntry[] = [];
  for (const entry of newestFirst.filter((one) => !existing.includes(one))) {
    (taken.has(nameKey(entry.label)) ? older : wanted).push(entry);
    taken.add(nameKey(entry.label));
  }
  return { wanted, existing, older };
}
