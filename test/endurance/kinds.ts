import type { Fault } from '../kirim';

/** What goes wrong with the first request of its kind, or the first few. */
export interface Trouble {
  readonly fault: Fault;
  readonly times?: number;
}

/** How a sitting goes. */
export interface Kind {
  /** While the key is checked. */
  readonly signingIn?: Trouble;
  readonly refreshing?: Trouble;
  /** In a run of many. */
  readonly deletingMany?: Trouble;
  readonly deletingOne?: Trouble;
  /** The setting: how long the run of many can be undone. One label is taken out of it then. */
  readonly undoSeconds?: number;
  /** Nobody signs out: the next sitting signs in over it, with another key. */
  readonly stays?: boolean;
}

const gateway: Fault = { kind: 'status', status: 503 };
const mistake: Fault = { kind: 'status', status: 500 };

/** A round has each of them as often as the others. */
export const KINDS: readonly Kind[] = [
  // Nothing goes wrong.
  {},
  // What goes wrong is made up for by trying again.
  {
    signingIn: { fault: gateway },
    refreshing: { fault: { kind: 'cut' }, times: 2 },
    deletingMany: { fault: gateway, times: 2 },
    deletingOne: { fault: { kind: 'cut', applied: true } },
    stays: true,
  },
  // It is not, and a person tries again.
  {
    refreshing: { fault: mistake },
    deletingMany: { fault: mistake, times: 2 },
    deletingOne: { fault: mistake },
  },
  // Limits, and a person who thinks better of it.
  {
    signingIn: { fault: { kind: 'rate_limited', retryAfter: '1' } },
    refreshing: { fault: { kind: 'truncated' } },
    deletingMany: { fault: { kind: 'rate_limited', retryAfter: '2' } },
    deletingOne: { fault: { kind: 'cut' } },
    undoSeconds: 10,
    stays: true,
  },
];
