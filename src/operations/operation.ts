import type { Confirmation, KirimClient, RequestOptions } from '../api/client';
import type { ApiError } from '../api/errors';
import type { Label } from '../api/schema';
import type { JournalOutcome, RunOptions, RunRecorder } from '../journal/entry';
import type { Journal } from '../journal/journal';
import type { LabelStore } from '../labels/labelStore';
import type { LoadedList } from '../labels/loadedList';
import type { RowActivity } from '../labels/rowActivities';
import type { LabelChanges } from './recheck/labelChanges';
import type { IsSame } from './recheck/recheck';
import type { WaitReason, WriteLimiter } from '../api/rateLimit/writeLimiter';

/** What an operation does something with: a label as the user confirmed it, and what is to become of it. */
export interface OperationItem {
  readonly label: Label;
}

/**
 * How it ended for one label.
 *
 * - `alreadyGone`: KirimChat did not have the label any more.
 * - `exists`: KirimChat has another label of that name already.
 * - `changed`: left out, since the label is no longer what was confirmed.
 * - `unchecked`: left out, since it could not be found out whether it still is.
 * - `busy`: left out, since another operation is working on it.
 * - `failed`: it is known that nothing has happened.
 * - `inDoubt`: the request may have taken effect, and the list could not tell.
 * - `notStarted`: nothing was sent.
 */
export type ItemStatus =
  'done' | 'alreadyGone' | 'exists' | 'changed' | 'unchecked' | 'busy' | 'failed' | 'inDoubt' | 'notStarted';

export interface ItemResult<T extends OperationItem = OperationItem> {
  readonly item: T;
  readonly status: ItemStatus;
  /** The label as KirimChat has it now: what was written, or, where it was changed, what it was changed to. */
  readonly current?: Label | undefined;
  /** Why it did not end as it was asked for. */
  readonly error?: unknown;
  readonly requestId?: string | undefined;
}

export interface BatchResult<T extends OperationItem = OperationItem> {
  /** In the order of the items. */
  readonly results: readonly ItemResult<T>[];
  /** Why nothing more was sent to KirimChat. */
  readonly stoppedBy?: ApiError | undefined;
  /** The id of the run in the journal; undefined where nothing was sent, or is taken down. */
  readonly run?: string | undefined;
}

/** How far an operation is. */
export interface OperationProgress {
  /** Labels that are through, with whatever result. */
  readonly done: number;
  readonly total: number;
  /** What is waited for, where that takes a second or more; an error where a request has to be sent once more after it. */
  readonly waiting?: { readonly seconds: number; readonly reason: WaitReason | ApiError };
}

/** The organization that an operation works on. `Session` is one. */
export interface OperationTarget {
  readonly client: KirimClient;
  readonly labels: LabelStore;
  /** Aborted when its key must not be used any more. */
  readonly ended: AbortSignal;
  readonly writeLimiter: WriteLimiter;
  journal(): Promise<Journal>;
}

/** What KirimChat confirmed; with the label, where there is one. */
export interface Written extends Confirmation {
  readonly label?: Label;
}

/** What the list tells about a request whose answer left its outcome open. */
export interface Settled {
  readonly status: ItemStatus;
  readonly current?: Label | undefined;
  /** For the journal, where it is certain now. */
  readonly outcome?: JournalOutcome | undefined;
}

/** What items have to be now that their labels were read again. */
export interface Replanned<T extends OperationItem> {
  readonly items: readonly T[];
  /** Whether that is still what the user has agreed to. */
  readonly isAgreed: boolean;
}

/** One kind of write, as `runOperation` carries it out for one label or many. */
export interface Operation<T extends OperationItem> {
  /** What the row of a label says while its request is under way. */
  readonly activity: Exclude<RowActivity['kind'], 'waiting' | 'countdown'>;
  /** How labels are compared with what was confirmed; undefined where there is no label yet. */
  readonly recheck?: {
    readonly isSame: IsSame;
    replan(items: readonly T[], changes: LabelChanges): Promise<Replanned<T>> | Replanned<T>;
  };
  /** Takes the labels down in the journal; left out where nothing has to be found again. */
  startRun?(labels: readonly Label[], journal: Journal, options: RunOptions): Promise<RunRecorder>;
  send(item: T, client: KirimClient, options: RequestOptions): Promise<Written>;
  /** Lets the rows show what KirimChat has confirmed. */
  apply(item: T, written: Written, labels: LabelStore): void;
  /** Whether only the list can tell what came of a request that failed so. */
  needsList(failure: ApiError): boolean;
  /** @param list is newer than the request; undefined where it could not be loaded. */
  settle(item: T, failure: ApiError, list: LoadedList | undefined): Settled;
}
