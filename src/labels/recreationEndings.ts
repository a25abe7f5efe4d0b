import type { RequestOptions, WrittenLabel } from '../api/client';
import { ApiError } from '../api/errors';
import { isSameName } from '../api/sameName';
import type { Label } from '../api/schema';
import { failureIn } from './deletion';
import type { LoadedList } from './loadedList';
import { recreateLabel, type RecreationParts, type Wish, wishFor } from './recreation';
import { runAll, type RunOutcome } from './run';
import { uniqueName } from './uniqueName';

/** How a wish ended. `exists`: the team has a label of that name already. `inDoubt`: the list could not be asked either. */
export interface RecreationEnding {
  readonly wish: Wish;
  readonly ending: 'created' | 'exists' | 'failed' | 'inDoubt' | 'notStarted';
  /** Only where it was created; and the name that it got, which KirimChat may have tidied. */
  readonly newId?: string | undefined;
  readonly newName?: string | undefined;
  /** Why it was not. */
  readonly error?: unknown;
  readonly requestId?: string | undefined;
}

export interface RecreationResult {
  /** In the order of the wishes. */
  readonly endings: readonly RecreationEnding[];
  /** Why nothing more was sent. */
  readonly stoppedBy?: ApiError | undefined;
}

type Outcome = Omit<RunOutcome<WrittenLabel>, 'label'>;

/** One wish, without taking turns. Never rejects. */
export async function recreateOne(
  wish: Wish,
  parts: RecreationParts,
  options: RequestOptions,
): Promise<RecreationEnding> {
  const known = idsIn(parts);
  const outcome = await recreateLabel(wish, parts, options).then(
    (result): Outcome => ({ status: 'done', result }),
    (error: unknown): Outcome => ({ status: 'failed', error }),
  );
  const list = await updatedList([outcome], parts);
  return endingOf(wish, outcome, { known, wanted: new Set([uniqueName(wish.entry.label)]), list }, parts);
}

/** Many wishes, each request in its turn. Never rejects. */
export async function recreateAll(
  wishes: readonly Wish[],
  parts: RecreationParts,
  options: Parameters<typeof runAll<WrittenLabel>>[2],
): Promise<RecreationResult> {
  const known = idsIn(parts);
  const wanted = new Set(wishes.map(({ entry }) => uniqueName(entry.label)));
  const byLabel = new Map(wishes.map((wish) => [wish.entry.label, wish]));
  const { outcomes, stoppedBy } = await runAll<WrittenLabel>(
    [...byLabel.keys()],
    (label, turn) => {
      const wish = byLabel.get(label);
      return wish ? recreateLabel(wish, parts, turn) : Promise.reject(new Error(`Nobody asked for ${label.id}`));
    },
    options,
  );
  const list = await updatedList(outcomes, parts);
  for (const { result } of outcomes) {
    if (result) {
      known.add(result.label.id);
    }
  }
  const endings = outcomes.flatMap((outcome) => {
    const wish = byLabel.get(outcome.label);
    return wish ? endingOf(wish, outcome, { known, wanted, list }, parts) : [];
  });
  return { endings, stoppedBy };
}

/** The same wish once more: with the same key where it may have come true, so that nothing is created twice. */
export function wishAgain({ wish, error }: RecreationEnding): Wish {
  return failureIn(error)?.mayHaveTakenEffect ? wish : wishFor(wish.entry);
}

/**
 * Asks for the list again. The command waits for it only where it knows more than the answers.
 *
 * @returns the list, which is newer than the requests; undefined where it is not needed, or could not be loaded.
 */
async function updatedList(outcomes: readonly Outcome[], { labels }: RecreationParts): Promise<LoadedList | undefined> {
  const refreshed = labels.refreshAnew();
  const isNeeded = outcomes.some(({ error }) => isInDoubt(error) || isRefused(error));
  const result = isNeeded ? await refreshed : undefined;
  return result?.kind === 'loaded' ? result.list : undefined;
}

function idsIn({ labels }: RecreationParts): Set<string> {
  return new Set(labels.labels.map(({ id }) => id));
}

/** What cannot be what came of a wish. */
interface Others {
  /** Ids that were there before the requests, or have come of another wish. */
  readonly known: Set<string>;
  /** The unique names of all wishes. */
  readonly wanted: ReadonlySet<string>;
  /** What there is now, as far as that is known. */
  readonly list: LoadedList | undefined;
}

function endingOf(
  wish: Wish,
  { status, result, error }: Outcome,
  others: Others,
  { journal, record }: Pick<RecreationParts, 'journal' | 'record'>,
): RecreationEnding {
  if (result) {
    return created(wish, result.label, result.requestId);
  }
  if (status === 'notStarted') {
    return { wish, ending: 'notStarted' };
  }
  const requestId = failureIn(error)?.requestId;
  const wanted = wish.entry.label;
  const there = others.list?.labels.filter((label) => mayBe(label, wanted, others)) ?? [];
  // A colleague may have been quicker: what was there before is not ours, and neither is what has another color.
  const ours = there.find(({ id, color }) => !others.known.has(id) && color === wanted.color);
  if (ours && isInDoubt(error)) {
    // The request has come through, although its answer has not.
    others.known.add(ours.id);
    journal.recreated(wish.entry, ours.id).catch(record);
    return created(wish, ours, requestId);
  }
  // Only KirimChat knows whether a name that is nearly the same is in the way.
  const isTaken = there.some((label) => isRefused(error) || uniqueName(label) === uniqueName(wanted));
  if (isTaken && (isRefused(error) || isInDoubt(error))) {
    return { wish, ending: 'exists', error, requestId };
  }
  // A record that cannot be read may be the new label.
  const isUnknown = isInDoubt(error) && !others.list?.isReadable;
  return { wish, ending: isUnknown ? 'inDoubt' : 'failed', error, requestId };
}

/** Whether a label may be what KirimChat makes of the one that is wanted: it has its name, or that name tidied. */
function mayBe(label: Label, wanted: Label, others: Others): boolean {
  const isExact = uniqueName(label) === uniqueName(wanted);
  const isTidied = label.team_id === wanted.team_id && isSameName(label.name, wanted.name);
  return isExact || (isTidied && !others.wanted.has(uniqueName(label)));
}

function created(wish: Wish, { id, name }: Label, requestId: string | undefined): RecreationEnding {
  return { wish, ending: 'created', newId: id, newName: name, requestId };
}

function isInDoubt(error: unknown): boolean {
  return failureIn(error)?.mayHaveTakenEffect === true;
}

/** What KirimChat says of a name that is taken, among other things (API: Labels, POST). */
function isRefused(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'invalid_field_value';
}
