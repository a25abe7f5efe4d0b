import { ApiError } from '../api/errors';
import type { LabelStore } from '../labels/labelStore';
import type { SessionState } from '../accounts/accounts';

/** Values of the context key `kirimLabels.state`, which chooses the welcome text of an empty view. */
type LabelsViewState =
  'unknown' | 'signedOut' | 'secretsFailed' | 'invalidBaseUrl' | 'rejected' | 'loading' | 'empty' | 'failed' | 'ready';

export function labelsViewState(sessions: SessionState): LabelsViewState {
  if (sessions.kind !== 'signedIn') {
    return sessions.kind;
  }
  const { labels } = sessions.session;
  switch (labels.state.kind) {
    case 'failed':
      return failureCause(labels) === 'unauthorized' ? 'rejected' : 'failed';
    case 'loaded':
      return labels.labels.length === 0 ? 'empty' : 'ready';
    case 'notLoaded':
    case 'loading':
      return 'loading';
  }
}

/** Value of the context key `kirimLabels.cause`: why the labels could not be loaded, in the words of ApiErrorKind. */
export function failureCause({ state }: LabelStore): string | undefined {
  if (state.kind !== 'failed') {
    return undefined;
  }
  return state.error instanceof ApiError ? state.error.kind : 'other';
}
