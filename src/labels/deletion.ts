import type { DeleteOutcome, RequestOptions } from '../api/client';
import { ApiError, RequestCancelledError } from '../api/errors';
import type { Label } from '../api/schema';
import type { RunRecorder } from './journal/entry';
import type { LabelStore } from './labelStore';
import type { RowClaim } from './rowActivities';
import { showAtTurn } from './showAtTurn';

/** What can delete a label. `KirimClient` is one. */
export interface LabelDeleter {
  deleteLabel(id: string, options?: RequestOptions): Promise<DeleteOutcome>;
}

/** What a deletion works with. */
export interface DeletionParts {
  readonly client: LabelDeleter;
  readonly labels: LabelStore;
  readonly recorder: Pick<RunRecorder, 'sending' | 'ended'>;
  readonly claim: RowClaim;
}

/**
 * Deletes one label of a claim: writes it down, sends the request, writes down how that ended, and keeps
 * its row true all the while. Nothing is sent before the whole label is in the journal.
 *
 * @throws ApiError when KirimChat did not confirm it; RequestCancelledError when `options.signal` ended it before that; what
 * the journal throws when it cannot be written.
 */
export async function deleteLabel(
  label: Label,
  { client, labels, recorder, claim }: DeletionParts,
  options: RequestOptions,
): Promise<DeleteOutcome> {
  const shown = showAtTurn(claim, label.id, { kind: 'deleting' }, options);
  try {
    await recorder.sending(label);
    return await recorded(label, recorder, async () => {
      const deletion = await client.deleteLabel(label.id, shown);
      // First of all: the row is what the person looks at.
      labels.remove(label.id, deletion.outcome === 'deleted');
      return deletion;
    });
  } finally {
    claim.release([label.id]);
  }
}

async function recorded(
  label: Label,
  recorder: DeletionParts['recorder'],
  send: () => Promise<DeleteOutcome>,
): Promise<DeleteOutcome> {
  try {
    const { outcome, requestId } = await send();
    void recorder.ended(label, outcome === 'deleted' ? 'done' : 'alreadyGone', requestId);
    return { outcome, requestId };
  } catch (error) {
    const reason = failureIn(error);
    void recorder.ended(label, reason?.mayHaveTakenEffect ? 'inDoubt' : 'failed', reason?.requestId);
    throw error;
  }
}

/** The request that failed, also where waiting for another attempt was cancelled. */
export function failureIn(error: unknown): ApiError | undefined {
  const reason = error instanceof RequestCancelledError ? error.lastError : error;
  return reason instanceof ApiError ? reason : undefined;
}
