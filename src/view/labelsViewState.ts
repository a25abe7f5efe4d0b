import { ApiError, type NetworkCause } from '../api/errors';
import type { LabelStore } from '../labels/labelStore';
import type { SessionState } from '../session/sessions';

/** Values of the context key `kirimLabels.state`, which chooses the welcome text of an empty view. */
export type LabelsViewState =
  'unknown' | 'signedOut' | 'invalidBaseUrl' | 'rejected' | 'loading' | 'empty' | 'failed' | 'ready';

/** Values of the context key `kirimLabels.cause`: why the labels could not be loaded. */
export type FailureCause =
  | 'refused'
  | 'hostNotFound'
  | 'timeout'
  | 'certificate'
  | 'network'
  | 'forbidden'
  | 'rateLimited'
  | 'server'
  | 'unreadable'
  | 'other';

export function labelsViewState(sessions: SessionState): LabelsViewState {
  if (sessions.kind !== 'signedIn') {
    return sessions.kind;
  }
  const { labels } = sessions.session;
  switch (labels.state.kind) {
    case 'failed':
      return isRejected(labels) ? 'rejected' : 'failed';
    case 'loaded':
      return labels.labels.length === 0 ? 'empty' : 'ready';
    case 'notLoaded':
    case 'loading':
      return 'loading';
  }
}

/** KirimChat did not take the key when the list was last asked for. */
export function isRejected({ state }: LabelStore): boolean {
  return state.kind === 'failed' && state.error instanceof ApiError && state.error.kind === 'unauthorized';
}

export function failureCause(error: unknown): FailureCause {
  if (!(error instanceof ApiError)) {
    return 'other';
  }
  switch (error.kind) {
    case 'network':
      return networkFailureCause(error.networkCause);
    case 'timeout':
    case 'forbidden':
    case 'rateLimited':
    case 'server':
    case 'unreadable':
      return error.kind;
    case 'unauthorized':
    case 'notFound':
    case 'invalidRequest':
    case 'conflict':
      return 'other';
  }
}

function networkFailureCause(cause: NetworkCause | undefined): FailureCause {
  switch (cause) {
    case 'refused':
    case 'hostNotFound':
    case 'certificate':
      return cause;
    case 'timedOut':
      return 'timeout';
    case 'redirected':
      return 'unreadable';
    case 'offline':
    case 'proxy':
    case 'reset':
    case 'unknown':
    case undefined:
      return 'network';
  }
}
