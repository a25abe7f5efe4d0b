import type { Accounts } from '../../accounts/accounts';
import { ApiError, RequestCancelledError } from '../../api/errors';
import type { LabelStore } from '../../labels/labelStore';

/** Values of the context key `kirimLabels.state`, which chooses the welcome text of an empty view. */
type LabelsViewState = 'unknown' | 'signedOut' | 'secretsFailed' | 'invalidBaseUrl' | ListViewState;

/** How far the labels are. */
type ListViewState = 'ready' | 'loading' | 'rejected' | 'failed' | 'empty';

/** The state, and as the value of the context key `kirimLabels.cause` why the labels could not be loaded. */
export function labelsViewState({ state, sessions }: Pick<Accounts, 'state' | 'sessions'>): {
  readonly state: LabelsViewState;
  readonly cause: string | undefined;
} {
  if (state.kind !== 'ready') {
    return { state: state.kind, cause: undefined };
  }
  const [first, ...others] = sessions;
  if (!first) {
    return { state: 'signedOut', cause: undefined };
  }
  // Of several organizations each has a row: there is room for no welcome text.
  return others.length > 0
    ? { state: 'ready', cause: undefined }
    : { state: listState(first.labels), cause: failureCause(first.labels) };
}

function listState(labels: LabelStore): ListViewState {
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

/** In the words of ApiErrorKind; a cancel is no failure. */
export function failureCause({ state }: LabelStore): string | undefined {
  if (state.kind !== 'failed') {
    return undefined;
  }
  if (state.error instanceof RequestCancelledError) {
    return 'cancelled';
  }
  return state.error instanceof ApiError ? state.error.kind : 'other';
}
