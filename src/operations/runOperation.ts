import type { RequestOptions } from '../api/client';
import { RequestCancelledError } from '../api/errors';
import type { AskedBy, RunRecorder } from '../journal/entry';
import type { LoadedList } from '../labels/loadedList';
import type { RowClaim } from '../labels/rowActivities';
import { type Outcomes, sendAll } from './batch';
import { failureIn, journalOutcomeOf } from './failure';
import { itemResultOf } from './itemResult';
import type { LabelChanges } from './recheck/labelChanges';
import type { BatchResult, Operation, OperationItem, OperationProgress, OperationTarget, Written } from './operation';
import { Recheck } from './recheck/recheck';
import { LabelUncheckedError } from './recheck/recheckErrors';

interface OperationOptions<T extends OperationItem> {
  /** Ends waits and prevents the next request. What was sent is waited for. */
  readonly signal: AbortSignal;
  /** For the journal. */
  readonly askedBy?: AskedBy | undefined;
  readonly onProgress: (progress: OperationProgress) => void;
  /** Finds out whether the key may still be used: `target.ended` is aborted where it may not. */
  readonly checkSignedIn: () => Promise<void>;
  /** Waits for as long as the user may take labels out. Resolves to those that are left. */
  readonly undoTime?: ((items: readonly T[], claim: RowClaim) => Promise<readonly T[]>) | undefined;
  /** Called when the end of a run could not be taken down: the next start takes it for interrupted. */
  readonly onJournalError: (error: unknown) => void;
}

/** `undone`: the user took all labels out in time. `changed`: the user has to be asked again. In both nothing was sent. */
export type OperationOutcome<T extends OperationItem> =
  | { readonly kind: 'undone' }
  | { readonly kind: 'changed'; readonly items: readonly T[]; readonly changes: LabelChanges }
  | ({ readonly kind: 'finished' } & BatchResult<T>);

/**
 * Does to labels what the user has agreed to, one or many: takes their rows, reads the labels again, takes them down in the
 * journal, sends each request when the limiter lets it, and asks the list for what an answer left open. A single label may use
 * the reserve of the write limit.
 *
 * @throws why it could not be begun, as ApiError, JournalStorageError, LabelUncheckedError or RequestCancelledError: nothing
 * was sent then. What happens to single labels is in the result.
 */
export async function runOperation<T extends OperationItem>(
  operation: Operation<T>,
  agreed: readonly T[],
  target: OperationTarget,
  options: OperationOptions<T>,
): Promise<OperationOutcome<T>> {
  const [only] = agreed.length === 1 ? agreed : [];
  const claim = target.labels.activities.claim(
    agreed.map(({ label }) => label.id),
    { kind: only ? operation.activity : 'waiting' },
  );
  const run = new OperationRun(operation, target, claim, options);
  try {
    return await run.carryOut(agreed);
  } finally {
    claim.release();
    run.finish();
  }
}

class OperationRun<T extends OperationItem> {
  readonly #operation: Operation<T>;
  readonly #target: OperationTarget;
  readonly #claim: RowClaim;
  readonly #options: OperationOptions<T>;
  #recorder: RunRecorder | undefined;

  constructor(operation: Operation<T>, target: OperationTarget, claim: RowClaim, options: OperationOptions<T>) {
    this.#operation = operation;
    this.#target = target;
    this.#claim = claim;
    this.#options = options;
  }

  async carryOut(agreed: readonly T[]): Promise<OperationOutcome<T>> {
    const claimed = new Set(this.#claim.ids);
    const items = agreed.filter(({ label }) => claimed.has(label.id));
    const busy = agreed
      .filter(({ label }) => !claimed.has(label.id))
      .map((item) => ({ item, status: 'busy' }) as const);
    if (items.length === 0) {
      return { kind: 'finished', results: busy };
    }
    const kept = await this.#letUndo(items);
    if (kept.length === 0) {
      return { kind: 'undone' };
    }
    const { changes, recheck } = await this.#readAgain(kept);
    const { items: planned, isAgreed } = changes ? await this.#replan(kept, changes) : { items: kept, isAgreed: true };
    const goneIds = new Set(changes?.gone.map(({ id }) => id));
    const gone = kept
      .filter(({ label }) => goneIds.has(label.id))
      .map((item) => ({ item, status: 'alreadyGone' }) as const);
    if (gone.length === kept.length) {
      return { kind: 'finished', results: [...gone, ...busy] };
    }
    if (changes && !isAgreed) {
      return { kind: 'changed', items: planned, changes };
    }
    const batch = await this.#sendAll(planned, recheck, changes?.isListed === true);
    return { kind: 'finished', ...batch, results: [...batch.results, ...gone, ...busy] };
  }

  /** In the background: that the labels were sent is on disk already, and to merge files after hundreds of them takes a second. */
  finish(): void {
    void this.#recorder?.finish().catch(this.#options.onJournalError);
  }

  async #letUndo(items: readonly T[]): Promise<readonly T[]> {
    const { undoTime } = this.#options;
    if (!undoTime) {
      return items;
    }
    // Should VS Code be closed before the time is over, the next start says that nothing was done.
    await this.#startRun(items, false);
    const kept = await undoTime(items, this.#claim);
    const [only] = kept.length === 1 ? kept : [];
    const ids = kept.map(({ label }) => label.id);
    this.#claim.show(ids, { kind: only ? this.#operation.activity : 'waiting' });
    return kept;
  }

  async #readAgain(items: readonly T[]): Promise<{ changes?: LabelChanges; recheck?: Recheck }> {
    const { client, labels, ended } = this.#target;
    const { checkSignedIn, signal, onProgress } = this.#options;
    const recheck = this.#operation.recheck && new Recheck(client, labels);
    const agreed = items.map(({ label }) => label);
    const progress = { done: 0, total: items.length };
    const [changes] = await Promise.all([
      recheck?.changesSince(agreed, {
        signal,
        onWait: ({ seconds, error }) => {
          onProgress({ ...progress, waiting: { seconds, reason: error } });
        },
      }),
      checkSignedIn(),
    ]);
    if (ended.aborted) {
      throw new RequestCancelledError();
    }
    if (changes?.current.length === 0 && changes.unreadable.length > 0) {
      throw new LabelUncheckedError(undefined);
    }
    return recheck && changes ? { changes, recheck } : {};
  }

  async #replan(items: readonly T[], changes: LabelChanges) {
    const replanned = await this.#operation.recheck?.replan(items, changes);
    return replanned ?? { items, isAgreed: true };
  }

  async #startRun(items: readonly T[], begins: boolean): Promise<void> {
    const labels = items.map(({ label }) => label);
    this.#recorder = await this.#operation.startRun?.(labels, await this.#target.journal(), {
      begins,
      askedBy: this.#options.askedBy,
    });
  }

  async #sendAll(items: readonly T[], recheck: Recheck | undefined, isListed: boolean): Promise<BatchResult<T>> {
    const { writeLimiter } = this.#target;
    const { signal, onProgress } = this.#options;
    // Nothing is sent before all labels are in the journal, whole.
    await (this.#recorder?.begin() ?? this.#startRun(items, true));
    onProgress({ done: 0, total: items.length });
    signal.addEventListener('abort', this.#claim.releaseWaiting);
    const sent = await sendAll(items, (item, options) => this.#send(item, recheck, options), {
      limiter: items.length > 1 ? writeLimiter : undefined,
      signal,
      onProgress,
    });
    signal.removeEventListener('abort', this.#claim.releaseWaiting);
    const list = await this.#refresh(sent, isListed);
    const results = sent.outcomes.map((outcome) => itemResultOf(outcome, this.#operation, list, this.#recorder));
    return { results, stoppedBy: sent.stoppedBy, run: this.#recorder?.run };
  }

  async #send(item: T, recheck: Recheck | undefined, options: RequestOptions): Promise<Written> {
    const { activity, recheck: compared } = this.#operation;
    const { id } = item.label;
    const guarded = recheck && compared ? recheck.guard(item.label, compared.isSame, options) : options;
    const beforeAttempt = async (signal: AbortSignal | undefined) => {
      await guarded.beforeAttempt?.(signal);
      if (!signal?.aborted) {
        this.#claim.show([id], { kind: activity });
      }
    };
    try {
      return await this.#request(item, { ...options, beforeAttempt });
    } finally {
      this.#claim.release([id]);
    }
  }

  async #request(item: T, options: RequestOptions): Promise<Written> {
    const { client, labels } = this.#target;
    const { label } = item;
    try {
      const written = await this.#operation.send(item, client, options);
      // First of all: the row is what the user looks at.
      this.#operation.apply(item, written, labels);
      this.#recorder?.ended(label, 'done', written.requestId);
      return written;
    } catch (error) {
      this.#recorder?.ended(label, journalOutcomeOf(error), failureIn(error)?.requestId);
      throw error;
    }
  }

  /**
   * Loads the list again. Waited for only where it knows more than the answers; else the rows are right already, and the rest of
   * the list may have changed as well.
   */
  async #refresh({ outcomes, stoppedBy }: Outcomes<T>, isListed: boolean): Promise<LoadedList | undefined> {
    const { labels } = this.#target;
    const failures = outcomes.flatMap(({ error }) => failureIn(error) ?? []);
    if (failures.some((failure) => this.#operation.needsList(failure))) {
      const result = await labels.refreshAnew();
      return result.kind === 'loaded' ? result.list : undefined;
    }
    if (outcomes.length > 1 || stoppedBy) {
      void labels.refreshAnew();
    } else if (!isListed) {
      void labels.refreshIfShort();
    }
    return undefined;
  }
}
