import { ApiError } from '../api/errors';
import { isSameName } from '../api/sameName';
import type { Label, NewLabel } from '../api/schema';
import type { JournalEntry } from '../journal/entry';
import type { LabelStore } from '../labels/labelStore';
import type { LoadedList } from '../labels/loadedList';
import { nameKey } from '../labels/names/nameKey';
import { failureIn } from './failure';
import type { ItemResult, Operation, OperationItem } from './operation';

/** A label that is to be created with this name, color and team; its id is not that of the label that it becomes. */
export interface CreateRequest extends OperationItem {
  /** However often it is sent with this key, KirimChat makes one label of it (API: Labels, POST). */
  readonly idempotencyKey: string;
}

/** A deleted label that is to be created again. */
export interface RecreateRequest extends CreateRequest {
  readonly entry: JournalEntry;
}

interface CreateDeps<T extends CreateRequest> {
  readonly labels: Pick<LabelStore, 'labels'>;
  /** Called as soon as it is certain which label a request has become. */
  readonly onCreated?: (request: T, id: string) => void;
}

/** Of a label whose team is the organization's only one, and not known here: no team's id is empty (API: Labels). */
const UNKNOWN_TEAM = '';

export function createRequest({ name, color, team_id = UNKNOWN_TEAM }: NewLabel): CreateRequest {
  const idempotencyKey = crypto.randomUUID();
  const label = { object: 'label', id: idempotencyKey, name, color, team_id, created_at: '', updated_at: '' } as const;
  return { label, idempotencyKey };
}

export function recreateRequest(entry: JournalEntry): RecreateRequest {
  return { entry, label: entry.label, idempotencyKey: crypto.randomUUID() };
}

/** The same once more: with the same key where it may have taken effect, so that nothing is created twice. */
export function createRequestAgain<T extends CreateRequest>({ item, error }: ItemResult<T>): T {
  return failureIn(error)?.mayHaveTakenEffect ? item : { ...item, idempotencyKey: crypto.randomUUID() };
}

/** Creates labels. Made for one batch of requests: each label of the list is taken for the result of one of them at most. */
export function createOperation<T extends CreateRequest>(
  requests: readonly T[],
  { labels, onCreated }: CreateDeps<T>,
): Operation<T> {
  /** Of labels that were there before, or are known to be another request's. */
  const knownIds = new Set(labels.labels.map(({ id }) => id));
  const wantedNames = new Set(requests.map(({ label }) => nameKey(label)));
  const noteCreated = (request: T, id: string) => {
    knownIds.add(id);
    onCreated?.(request, id);
  };
  return {
    activity: 'creating',
    send: async ({ label, idempotencyKey }, client, options) => {
      const { name, color, team_id } = label;
      const wanted = { name, color, team_id: team_id === UNKNOWN_TEAM ? undefined : team_id };
      const written = await client.createLabel(wanted, idempotencyKey, options);
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
      if (candidates.some((label) => isRefused(failure) || isExactly(label, request.label))) {
        return { status: 'exists' };
      }
      return { status: failure.mayHaveTakenEffect && !isReadable(list) ? 'inDoubt' : 'failed' };
    },
  };
}

/** Whether a label may be what KirimChat makes of the one that is wanted: it has its name, or that name tidied. */
function mayBe(label: Label, wanted: Label, wantedNames: ReadonlySet<string>): boolean {
  const isTidied = isOfTeam(label, wanted) && isSameName(label.name, wanted.name);
  return isExactly(label, wanted) || (isTidied && !wantedNames.has(nameKey(label)));
}

function isExactly(label: Label, wanted: Label): boolean {
  return isOfTeam(label, wanted) && label.name === wanted.name;
}

function isOfTeam(label: Label, { team_id }: Label): boolean {
  return team_id === UNKNOWN_TEAM || label.team_id === team_id;
}

/** A record that cannot be read may be the new label. */
function isReadable(list: LoadedList | undefined): boolean {
  return list?.isReadable === true;
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
