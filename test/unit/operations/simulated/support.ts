// The client loads it with its first request, which takes real time.
import 'ofetch';
import { expect, vi } from 'vitest';
import { parseApiBaseUrl } from '../../../../src/api/baseUrl';
import { KirimClient, type RequestOptions } from '../../../../src/api/client';
import type { Label } from '../../../../src/api/schema';
import { WriteLimiter } from '../../../../src/api/rateLimit/writeLimiter';
import { type Outcomes, sendAll } from '../../../../src/operations/batch';
import type { BatchResult, Operation, OperationItem, Written } from '../../../../src/operations/operation';
import { Kirim } from '../../../kirim';
import { OperationWindow } from './operationWindow';
import { SimulatedClock } from './simulatedClock';

interface Setting {
  readonly perMinute?: number;
  readonly labels?: number;
  /** Between sending and the answer; half of it each way. */
  readonly latencyMs?: number;
  /** How much of the latency is left to chance, from 0 to 1. */
  readonly jitter?: number;
  readonly seed?: number;
  /** Changes what arrives of an answer. */
  readonly alter?: (headers: Headers) => void;
}

type Act = (label: Label, options: RequestOptions) => Promise<Written>;
type RunOptions = Partial<Parameters<typeof sendAll>[2]> & { readonly act?: Act };
export type RunResult = Outcomes<OperationItem>;

/** One organization with many labels, on a clock that jumps, behind a network that takes its time. */
export class Simulation {
  readonly clock: SimulatedClock;
  readonly kirim: Kirim;
  readonly organization: ReturnType<Kirim['addOrganization']>;
  readonly apiKey: string;
  readonly labels: readonly Label[];
  /** The most requests that were on their way at the same time. */
  maxInFlight = 0;
  /** How full the write bucket was after each request of ours. */
  readonly levels: number[] = [];
  readonly #fetch: (input: string, init: RequestInit) => Promise<Response>;
  readonly #startedAt: number;
  readonly #stopped = new AbortController();

  constructor({ perMinute = 60, labels = 0, latencyMs = 80, jitter = 0, seed = 1, alter }: Setting = {}) {
    const clock = new SimulatedClock(seed);
    this.clock = clock;
    this.kirim = new Kirim({ clock });
    this.organization = this.kirim.addOrganization({ name: 'Acme', write_per_minute: perMinute });
    this.apiKey = this.organization.addKey({ label: 'VS Code' });
    this.labels = Array.from({ length: labels }, (_, number) => this.organization.addLabel({ name: `L${number}` }));
    this.#startedAt = clock.now();
    const oneWay = (): Promise<void> => clock.sleep((latencyMs / 2) * (1 - jitter + 2 * jitter * clock.random()));
    let inFlight = 0;
    this.#fetch = async (input, init) => {
      this.maxInFlight = Math.max(this.maxInFlight, ++inFlight);
      await oneWay();
      try {
        const response = await this.kirim.fetch(input, init);
        alter?.(response.headers);
        return response;
      } finally {
        this.levels.push(this.organization.bucket('write').level());
        await oneWay();
        inFlight--;
      }
    };
    this.connect();
  }

  /** From now on requests of every window arrive here, and at no other simulation. */
  connect(): void {
    vi.stubGlobal('fetch', this.#fetch);
  }

  /** Since the beginning. */
  get seconds(): number {
    return (this.clock.now() - this.#startedAt) / 1000;
  }

  /** How empty our own requests made the bucket. */
  get lowest(): number {
    return Math.min(...this.levels);
  }

  /** How many requests were refused with a 429. */
  get limited(): number {
    return this.kirim.requests.count({ status: 429 });
  }

  /** A window of VS Code: a client of its own, and what that one knows of the bucket. */
  openWindow(reservePercent = 20) {
    const { clock, apiKey } = this;
    const client = new KirimClient({
      baseUrl: parseApiBaseUrl('https://api.test/v1'),
      apiKey,
      timeoutSeconds: () => 30,
      clock,
    });
    const limiter = new WriteLimiter(client.writeBudget, clock, () => reservePercent);
    const deleteLabel: Act = ({ id }, options) => client.deleteLabel(id, options);
    return {
      client,
      clock,
      limiter,
      run: (labels: readonly Label[], { act = deleteLabel, ...options }: RunOptions = {}) =>
        sendAll(
          labels.map((label) => ({ label })),
          ({ label }, request) => act(label, request),
          { limiter, ...options },
        ),
    };
  }

  /** Deletes all labels from one window. */
  async run({ reservePercent, ...options }: RunOptions & { reservePercent?: number } = {}): Promise<RunResult> {
    return this.end(this.openWindow(reservePercent).run(this.labels, options));
  }

  /** Does an operation, which the user has agreed to, with all labels from one window. */
  async operate<T extends OperationItem>(operation: Operation<T>, items?: readonly T[]): Promise<BatchResult<T>> {
    const window = await OperationWindow.open(this.openWindow());
    const all = this.labels.map((label) => ({ label })) as unknown as readonly T[];
    const outcome = await this.end(window.operate(operation, items ?? all));
    window.dispose();
    return outcome.kind === 'finished' ? outcome : expect.unreachable();
  }

  /** Lets time pass until that is over, and ends what goes on beside it. */
  async end<T>(work: Promise<T>): Promise<T> {
    try {
      return await this.clock.until(work);
    } finally {
      this.#stopped.abort();
    }
  }

  /** Another client of the organization sends messages all the while. */
  sendMessages(perMinute: number, burst = 1): { sent: number; refused: number } {
    const messages = { sent: 0, refused: 0 };
    const { signal } = this.#stopped;
    void (async () => {
      await this.clock.sleep(this.clock.random() * 1000, signal);
      while (!signal.aborted) {
        messages.sent += burst;
        messages.refused += this.organization.spendWrites(burst);
        await this.clock.sleep((burst / perMinute) * 60_000, signal);
      }
    })();
    return messages;
  }

  /** Does something at that many seconds from the beginning. */
  at(seconds: number, act: () => void): void {
    void this.clock.sleep(seconds * 1000).then(act);
  }
}

/** How many labels ended each way. */
export function tally(result: RunResult | BatchResult): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of 'outcomes' in result ? result.outcomes : result.results) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}
