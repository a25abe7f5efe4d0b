import type { RequestOptions, WrittenLabel } from '../api/client';
import { ApiError } from '../api/errors';
import { failureIn } from './deletion';
import { recreateLabel, type RecreationParts, type Wish, wishFor } from './recreation';
import { runAll, type RunOutcome } from './run';
import { uniqueName } from './uniqueName';

/** How a wish ended. `exists`: the team has a label of that name already. `inDoubt`: the list could not be asked either. */
export interface RecreationEnding {
  readonly wish: Wish;
  readonly ending: 'created' | 'exists' | 'failed' | 'inDoubt' | 'notStarted';
  /** Only where it was created. */
  readonly newId?: string | undefined;
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
  const listed = idsIn(parts);
  const outcome = await recreateLabel(wish, parts, options).then(
    (result): Outcome => ({ status: 'done', result }),
    (error: unknown): Outcome => ({ status: 'failed', error }),
  );
  await updateList([outcome], parts);
  return endingOf(wish, outcome, listed, parts);
}

/** Many wishes, each request in its turn. Never rejects. */
export async function recreateAll(
  wishes: readonly Wish[],
  parts: RecreationParts,
  options: Parameters<typeof runAll<WrittenLabel>>[2],
): Promise<RecreationResult> {
  const listed = idsIn(parts);
  const byLabel = new Map(wishes.map((wish) => [wish.entry.label, wish]));
  const { outcomes, stoppedBy } = await runAll<WrittenLabel>(
    [...byLabel.keys()],
    (label, turn) => {
      const wish = byLabel.get(label);
      return wish ? recreateLabel(wish, parts, turn) : Promise.reject(new Error(`Nobody asked for ${label.id}`));
    },
    options,
  );
  await updateList(outcomes, parts);
  const endings = outcomes.flatMap((outcome) => {
    const wish = byLabel.get(outcome.label);
    return wish ? endingOf(wish, outcome, listed, parts) : [];
  });
  return { endings, stoppedBy };
}

/** The same wish once more: with the same key where it may have come true, so that nothing is created twice. */
export function wishAgain({ wish, error }: RecreationEnding): Wish {
  return failureIn(error)?.mayHaveTakenEffect ? wish : wishFor(wish.entry);
}

/** Asks for the list again. Nobody has to wait for it, unless it knows more than the answers. */
async function updateList(outcomes: readonly Outcome[], { labels }: RecreationParts): Promise<void> {
  const refreshed = labels.refreshAnew();
  if (outcomes.some(({ error }) => isInDoubt(error) || isRefused(error))) {
    await refreshed;
  }
}

function idsIn({ labels }: RecreationParts): ReadonlySet<string> {
  return new Set(labels.labels.map(({ id }) => id));
}

/**
 * With a list that is newer than the request, unless it could not be loaded.
 *
 * @param listed the ids that were known before the request.
 */
function endingOf(
  wish: Wish,
  { status, result, error }: Outcome,
  listed: ReadonlySet<string>,
  { labels: { state, labels }, journal, record }: RecreationParts,
): RecreationEnding {
  if (result) {
    return { wish, ending: 'created', newId: result.label.id, requestId: result.requestId };
  }
  if (status === 'notStarted') {
    return { wish, ending: 'notStarted' };
  }
  const requestId = failureIn(error)?.requestId;
  const place = uniqueName(wish.entry.label);
  const there = state.kind === 'loaded' ? labels.find((label) => uniqueName(label) === place) : undefined;
  // A colleague may have been quicker: what was there before is not ours, and neither is what has another color.
  const isOurs = there && !listed.has(there.id) && there.color === wish.entry.label.color;
  if (isOurs && isInDoubt(error)) {
    // The request has come through, although its answer has not.
    journal.recreated(wish.entry, there.id).catch(record);
    return { wish, ending: 'created', newId: there.id, requestId };
  }
  if (there && (isRefused(error) || isInDoubt(error))) {
    return { wish, ending: 'exists', error, requestId };
  }
  return { wish, ending: isInDoubt(error) && state.kind !== 'loaded' ? 'inDoubt' : 'failed', error, requestId };
}

function isInDoubt(error: unknown): boolean {
  return failureIn(error)?.mayHaveTakenEffect === true;
}

/** What KirimChat says of a name that is taken, among other things (API: Labels, POST). */
function isRefused(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'invalid_field_value';
}
