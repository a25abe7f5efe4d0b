import { joined } from '../common/joined';
import { OperationError } from '../ui/errors';
import { describeError } from '../ui/messages/describeError';

/** What did not happen, and why, in words: nothing else of the error leaves this extension. */
export function describeFailure(error: unknown): string {
  return error instanceof OperationError ? joined([error.message, describeError(error.cause)]) : describeError(error);
}
