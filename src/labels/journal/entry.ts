import type { Label } from '../../api/schema';

/** What a person asked for: labels were deleted, or retired (renamed, so that nobody uses them any more). */
export type JournalAct = 'delete' | 'retire';

/**
 * `done`: confirmed. `alreadyGone`: there was no such label any more. `failed`: it is known that nothing happened.
 * `inDoubt`: the request may or may not have taken effect.
 */
export type JournalOutcome = 'done' | 'alreadyGone' | 'failed' | 'inDoubt';

/** One label that a request was sent for, or was about to be. */
export interface JournalEntry {
  /** The id of its run. */
  readonly run: string;
  readonly act: JournalAct;
  /** Whole, as it was before the request. */
  readonly label: Label;
  /** When the entry was written, right before the request: RFC 3339. */
  readonly sentAt: string;
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
  /** The labels that a request may have been sent for, newest first. Nothing was sent for the rest of the plan. */
  readonly entries: readonly JournalEntry[];
}

/** Takes down one run. */
export interface RunRecorder {
  /** The id of the run. */
  readonly run: string;

  /**
   * To be awaited before each request: when it resolves, the whole label is on disk.
   *
   * @throws what the storage says when it cannot be written: then the request must not be sent.
   */
  sending(label: Label): Promise<void>;

  /**
   * What became of the request. Resolves when that is on disk, and never rejects: what could not be written goes with
   * the next write, at the latest with `finish`. Need not be awaited. May be called again when more is known.
   */
  ended(label: Label, outcome: JournalOutcome, requestId?: string): Promise<void>;

  /**
   * Marks the run as finished, whether it was carried out or cancelled; then tidies up. May be called again if it fails.
   *
   * @throws what the storage says when outcomes or the mark cannot be written: they go with the next write. Should there be
   * none, the next start takes the run for interrupted.
   */
  finish(): Promise<void>;
}
