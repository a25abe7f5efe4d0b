import type { RequestOptions } from '../api/client';
import type { Clock } from '../api/clock';
import type { ApiError } from '../api/errors';
import type { Label } from '../api/schema';
import { isOlder, pagesOf } from './labelChanges';
import type { LabelStore } from './labelStore';

/** Somebody gave the label another name after a person had agreed to delete it: nothing was sent. */
export class LabelRenamedError extends Error {
  override readonly name = 'LabelRenamedError';

  /** @param now the label as it is called now. */
  constructor(readonly now: Label) {
    super('The label was renamed.');
  }
}

/** What is over by then was agreed to a moment ago. In milliseconds. */
const SHORTEST_MS = 30_000;
/** At most sixty pages a minute: a tenth of what a free plan may read (API: Rate limits). */
const MS_A_PAGE = 1_000;

/**
 * Keeps an eye on labels that are being deleted, which may take a quarter of an hour: loads the list again every now and
 * then, and holds back those that are called something else by then. What was not deleted can still be deleted later.
 */
export class RenameWatch {
  readonly #agreed: ReadonlyMap<string, Label>;
  readonly #renamed = new Map<string, Label>();
  readonly #store: LabelStore;
  readonly #clock: Clock;
  readonly #ended = new AbortController();
  readonly #listening: { dispose(): void };

  /** @param labels as they were agreed to. */
  constructor(labels: readonly Label[], store: LabelStore, clock: Clock) {
    this.#agreed = new Map(labels.map((label) => [label.id, label]));
    this.#store = store;
    this.#clock = clock;
    this.#listening = store.onDidChange(({ kind }) => {
      if (kind === 'state' && store.state.kind === 'loaded') {
        this.#compare();
      }
    });
    void this.#lookAgain();
  }

  /**
   * The same options, with a turn that fails where the label was renamed meanwhile: with LabelRenamedError, or with the
   * ApiError of an attempt before it that may have taken effect.
   */
  guard({ id }: Label, options: RequestOptions): RequestOptions {
    let lastError: ApiError | undefined;
    return {
      ...options,
      onWait: (wait) => {
        lastError = wait.error;
        options.onWait?.(wait);
      },
      turn: async (signal) => {
        await options.turn?.(signal);
        const now = this.#renamed.get(id);
        if (now && !signal?.aborted) {
          throw lastError?.mayHaveTakenEffect ? lastError : new LabelRenamedError(now);
        }
      },
    };
  }

  dispose(): void {
    this.#ended.abort();
    this.#listening.dispose();
  }

  #compare(): void {
    this.#renamed.clear();
    for (const label of this.#store.labels) {
      const agreed = this.#agreed.get(label.id);
      // A list that was on its way may be older than what was agreed to.
      if (agreed && agreed.name !== label.name && !isOlder(label, agreed)) {
        this.#renamed.set(label.id, label);
      }
    }
  }

  async #lookAgain(): Promise<void> {
    const { signal } = this.#ended;
    const ms = () => Math.max(SHORTEST_MS, pagesOf(this.#store) * MS_A_PAGE);
    for (await this.#clock.sleep(ms(), signal); !signal.aborted; await this.#clock.sleep(ms(), signal)) {
      await this.#store.refresh();
    }
  }
}
