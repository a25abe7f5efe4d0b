import type { Label } from '../api/schema';

/** What the user asked for: labels were deleted, retired (renamed, so that they are no longer used), or got another name or color. */
export type JournalAct = 'delete' | 'retire' | 'rename' | 'recolor';

/** What asked for it in the place of the user, who then agreed: a language model's agent, or another extension. */
export type AskedBy = 'agent' | 'extension';

export interface RunOptions {
  /** Whether requests may follow right away: else `RunRecorder.begin` says when. */
  readonly begins: boolean;
  /** Undefined where the user did, or where that is not known. */
  readonly askedBy?: AskedBy | undefined;
}

/**
 * `done`: confirmed. `alreadyGone`: there was no such label any more. `failed`: it is known that nothing happened.
 * `inDoubt`: the request may or may not have taken effect.
 */
export type JournalOutcome = 'done' | 'alreadyGone' | 'failed' | 'inDoubt';

/** One label that a request was sent for, or may have been. */
export interface JournalEntry {
  /** The id of its run. */
  readonly run: string;
  readonly act: JournalAct;
  /** Undefined where the user did, or where that is not known. */
  readonly askedBy?: AskedBy | undefined;
  /** Whole, as it was before the request. */
  readonly label: Label;
  /** When its run was written down, before the first request: RFC 3339. */
  readonly startedAt: string;
  /** Undefined: nothing is known, or not yet. */
  readonly outcome?: JournalOutcome | undefined;
  /** RFC 3339. */
  readonly endedAt?: string | undefined;
  /** What KirimChat's support asks for. */
  readonly requestId?: string | undefined;
  /** The id of the label that was created in its place. */
  readonly recreatedAs?: string | undefined;
  /** The label was retired, and got its name and color back from here. */
  readonly restored?: true | undefined;
}

/** What was confirmed at once: one label or many. */
export interface JournalRun {
  readonly id: string;
  readonly act: JournalAct;
  /** RFC 3339. */
  readonly startedAt: string;
  /** All that were confirmed, in the order of the plan, whether or not a request was sent for them. */
  readonly labels: readonly { readonly id: string; readonly name: string }[];
}

/** A run whose window was closed or crashed in the middle of it. */
export interface InterruptedRun {
  readonly run: JournalRun;
  /** Whether requests may have been sent. */
  readonly hasBegun: boolean;
  /** The labels that a request may have been sent for: all of a run that has begun, else none. */
  readonly entries: readonly JournalEntry[];
}

/** Writes down one run. */
export interface RunRecorder {
  /** The id of the run. */
  readonly run: string;

  /**
   * To be awaited before each request: when it resolves, it is on disk that requests may be sent. Where that is so already,
   * it resolves at once.
   *
   * @throws JournalStorageError then nothing must be sent; the next call tries again.
   */
  begin(): Promise<void>;

  /**
   * What became of the request for a label. On disk within a few seconds, at the latest with `finish`. Never throws. May be
   * called again when more is known, until `finish`: the last call counts.
   */
  ended(label: Label, outcome: JournalOutcome, requestId?: string): void;

  /**
   * The run is over, carried out or cancelled: labels without an outcome were not sent.
   *
   * @throws JournalStorageError when that cannot be written. It is tried again every few seconds; a window that is closed
   * before that leaves an interrupted run.
   */
  finish(): Promise<void>;
}
