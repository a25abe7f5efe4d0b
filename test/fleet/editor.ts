import { ApiError } from '../../src/api/errors';
import { MAX_WAIT_SECONDS, type RequestOptions, withRetries } from '../../src/api/http/retry';
import { WriteBudget } from '../../src/api/rateLimit/writeBudget';
import { WriteLimiter } from '../../src/api/rateLimit/writeLimiter';
import type { Clock } from '../../src/common/clock';
import { type Outcomes, sendAll } from '../../src/operations/batch';
import type { OperationItem, Written } from '../../src/operations/operation';
import { type Fate, RESERVE_PERCENT } from './scenario';

/** What an editor is told, if the answer arrives. */
export interface Answer {
  readonly status: 200 | 429;
  readonly headers: Headers;
  readonly isLost: boolean;
}

interface EditorOptions {
  readonly clock: Clock;
  /** By `GET /me`. */
  readonly limit: () => number;
  readonly fate: Fate;
  readonly seconds: () => number;
  /** Takes a token, and resolves when the answer has come back. */
  readonly exchange: () => Promise<Answer>;
}

const LABEL = { label: { id: 'lbl_1', name: 'L', color: 'gray', team_id: 'team_1' } } as unknown as OperationItem;

/** One window with the product's own budget, limiter, retries and batch. */
export class Editor {
  readonly #options: EditorOptions;
  readonly #clock: Clock;
  readonly #budget: WriteBudget;
  readonly #limiter: WriteLimiter;

  constructor(options: EditorOptions) {
    this.#options = options;
    const { clock } = options;
    this.#clock = {
      now: () => clock.now(),
      random: () => clock.random(),
      sleep: async (ms, signal) => {
        await clock.sleep(ms, signal);
        await this.#whileAsleep();
      },
    };
    this.#budget = new WriteBudget(this.#clock);
    this.#budget.suggestLimit(options.limit());
    this.#limiter = new WriteLimiter(this.#budget, this.#clock, () => RESERVE_PERCENT);
  }

  /** Writes so many labels. */
  run(labels: number): Promise<Outcomes<OperationItem>> {
    const closing = new AbortController();
    const { fate, clock, seconds } = this.#options;
    if (fate.closesAt !== undefined) {
      void clock.sleep((fate.closesAt - seconds()) * 1000).then(() => {
        closing.abort();
      });
    }
    const items = Array.from({ length: labels }, () => LABEL);
    const write = (_: OperationItem, options: RequestOptions): Promise<Written> => this.#write(options);
    return sendAll(items, write, { limiter: this.#limiter, signal: closing.signal });
  }

  /** As `KirimClient` does it, without HTTP. */
  #write(options: RequestOptions): Promise<Written> {
    const beforeAttempt = async (signal: AbortSignal | undefined): Promise<void> => {
      if (this.#budget.headers.consumeDispute()) {
        this.#budget.suggestLimit(this.#options.limit());
      }
      await options.beforeAttempt?.(signal);
    };
    return withRetries((lastError) => this.#attempt(lastError), this.#clock, { ...options, beforeAttempt });
  }

  async #attempt(lastError: ApiError | undefined): Promise<Written> {
    const attempts = (lastError?.attempts ?? 0) + 1;
    const onEnd = this.#budget.start();
    const { status, headers, isLost } = await this.#options.exchange();
    await this.#whileAsleep();
    if (isLost) {
      onEnd({ mayHaveTakenEffect: true });
      throw new ApiError({ kind: 'network', attempts, mayHaveTakenEffect: true });
    }
    onEnd({ status, headers: this.#options.fate.isBlind ? new Headers() : headers });
    if (status === 429) {
      const retryAfterSeconds = Math.min(MAX_WAIT_SECONDS, Number(headers.get('Retry-After')));
      throw new ApiError({ kind: 'rateLimited', status, attempts, retryAfterSeconds, mayHaveTakenEffect: false });
    }
    return {};
  }

  async #whileAsleep(): Promise<void> {
    const [from, to] = this.#options.fate.sleeps ?? [Infinity, Infinity];
    const now = this.#options.seconds();
    if (now >= from && now < to) {
      await this.#options.clock.sleep((to - now) * 1000);
    }
  }
}
