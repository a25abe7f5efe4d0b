import type { RequestOptions } from '../api/client';
import type { RowActivity, RowClaim } from './rowActivities';

/**
 * Lets a row say what is happening to its label: at once, or in a run when it is the label's turn and not before.
 *
 * @returns the options for the request.
 */
export function showAtTurn(
  claim: RowClaim,
  id: string,
  activity: RowActivity,
  options: RequestOptions,
): RequestOptions {
  const { turn } = options;
  if (!turn) {
    claim.show([id], activity);
    return options;
  }
  return {
    ...options,
    turn: async (signal) => {
      await turn(signal);
      if (!signal?.aborted) {
        claim.show([id], activity);
      }
    },
  };
}
