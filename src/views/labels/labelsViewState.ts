import type { Accounts } from '../../accounts/accounts';
import { ApiError } from '../../api/errors';
import type { LabelStore } from '../../labels/labelStore';

/** How far the labels are. Of several organizations the first of these is said: rows need no welcome text. */
const LIST_STATES = ['ready', 'loading', 'rejected', 'failed', 'empty'] as const;

/** Values of the context key `kirimLabels.state`, which chooses the welcome text of an empty view. */
type LabelsViewState = 'unknown' | 'signedOut' | 'secretsFailed' | 'invalidBaseUrl' | (typeof LIST_STATES)[number];

/** The state, and as the value of the context key `kirimLabels.cause` why the labels could not be loaded. */
export function labelsViewState({ state, sessions }: Pick<Accounts, 'state' | 'sessions'>): {
  readonly state: LabelsViewState;
  readonly cause: string | undefined;
} {
  if (state.kind !== 'ready') {
    return { state: state.kind, cause: undefined };
  }
  const lists = sessions.map(({ labels }) => ({ state: listState(labels), cause: failureCause(labels) }));
  const [said] = LIST_STATES.flatMap((one) => lists.find((list) => list.state === one) ?? []);
  return said ?? { state: 'signedOut', cause: undefined };
}

function listState(labels: LabelStore): (typeof LIST_STATES)[number] {
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

/** In the words of ApiErrorKind. */
export function failureCause({ state }: LabelStore): string | undefined {
  if (state.kind !== 'failed') {
    return undefined;
  }
  return state.error instanceof ApiError ? state.error.kind : 'other';
}
