import type { Confirmation, RequestOptions } from '../api/client';
import { ApiError, RequestCancelledError } from '../api/errors';
import type { Label } from '../api/schema';
import type { JournalOutcome, RunRecorder } from '../journal/entry';
import type { LabelStore } from './labelStore';
import { LabelGoneError, LabelUncheckedError } from './recheckErrors';
import type { RowClaim } from './rowActivities';
import { showAtTurn } from './showAtTurn';

/** What can delete a label. `KirimClient` is one. */
export interface LabelDeleter {
  deleteLabel(id: string, options?: RequestOptions): Promise<Confirmation>;
}

/** `alreadyGone`: a list that was loaded before anything was sent did not have the label any more. */
export interface DeleteOutcome extends Confirmation {
  readonly outcome: 'deleted' | 'alreadyGone';
}

/** What a deletion works with. */
export interface DeletionParts {
  readonly client: LabelDeleter;
  readonly labels: LabelStore;
  readonly recorder: Pick<RunRecorder, 'begin' | 'ended'>;
  readonly claim: RowClaim;
}

/**
 * Deletes one label of a claim: writes it down, sends the request, writes down how that ended, and keeps
 * its row true all the while. Nothing is sent before the whole label is in the journal.
 *
 * @throws ApiError when KirimChat did not confirm it, `notFound` among others: whether the label is gone is for the list to
 * say; RequestCancelledError when `options.signal` ended it before that; what the journal throws when it cannot be written;
 * what the turn throws.
 */
export async function deleteLabel(
  label: Label,
  { client, labels, recorder, claim }: DeletionParts,
  options: RequestOptions,
): Promise<DeleteOutcome> {
  const shown = showAtTurn(claim, label.id, { kind: 'deleting' }, options);
  try {
    await recorder.begin();
    return await send(label, { client, labels, recorder }, shown);
  } finally {
    claim.release([label.id]);
  }
}

async function send(
  label: Label,
  { client, labels, recorder }: Pick<DeletionParts, 'client' | 'labels' | 'recorder'>,
  options: RequestOptions,
): Promise<DeleteOutcome> {
  try {
    const { requestId } = await client.deleteLabel(label.id, options);
    // First of all: the row is what the user looks at.
    labels.remove(label.id, true);
    recorder.ended(label, 'done', requestId);
    return { outcome: 'deleted', requestId };
  } catch (error) {
    recorder.ended(label, ...recordOf(error));
    if (error instanceof LabelGoneError) {
      labels.remove(label.id, false);
      return { outcome: 'alreadyGone' };
    }
    throw error;
  }
}

/** What the journal is told of a write that was not confirmed. */
export function recordOf(error: unknown): [JournalOutcome, string | undefined] {
  if (error instanceof LabelGoneError) {
    return ['alreadyGone', undefined];
  }
  const failure = failureIn(error);
  return [mayBeGone(failure) ? 'inDoubt' : 'failed', failure?.requestId];
}

/** Whether the label may be gone after such a failure, so that the list has to be asked. */
export function mayBeGone(failure: ApiError | undefined): boolean {
  return failure?.mayHaveTakenEffect === true || failure?.kind === 'notFound';
}

/** The request that failed, also where waiting for another attempt was cancelled, or where it was to read the label again. */
export function failureIn(error: unknown): ApiError | undefined {
  if (error instanceof LabelUncheckedError) {
    return failureIn(error.cause);
  }
  const reason = error instanceof RequestCancelledError ? error.lastError : error;
  return reason instanceof ApiError ? reason : undefined;
}
