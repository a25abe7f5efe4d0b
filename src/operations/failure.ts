import { ApiError, RequestCancelledError } from '../api/errors';
import type { JournalOutcome } from '../journal/entry';
import { LabelGoneError, LabelUncheckedError } from './recheck/recheckErrors';

/** The request that failed, also where waiting for another attempt was cancelled, or where it was to read the label again. */
export function failureIn(error: unknown): ApiError | undefined {
  if (error instanceof LabelUncheckedError) {
    return failureIn(error.cause);
  }
  const reason = error instanceof RequestCancelledError ? error.lastError : error;
  return reason instanceof ApiError ? reason : undefined;
}

/** Whether the label may be gone after such a failure, so that the list has to be asked. */
export function mayBeGone({ mayHaveTakenEffect, kind }: ApiError): boolean {
  return mayHaveTakenEffect || kind === 'notFound';
}

/** Whether a label was not created since the organization has several teams, and none was named (API: Labels, POST). */
export function lacksTeam(error: unknown): boolean {
  return failureIn(error)?.code === 'missing_required_field';
}

/** What the journal takes down of a write that was not confirmed. */
export function journalOutcomeOf(error: unknown): JournalOutcome {
  if (error instanceof LabelGoneError) {
    return 'alreadyGone';
  }
  const failure = failureIn(error);
  return failure && mayBeGone(failure) ? 'inDoubt' : 'failed';
}
