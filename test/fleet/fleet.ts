import { rateLimitHeaders, retryAfter } from '../../src/sample/server/rateLimits';
import { AdjustableBucket } from '../kirim/organization/adjustableBucket';
import { SimulatedClock } from '../unit/operations/simulated/simulatedClock';
import { type Answer, Editor } from './editor';
import { labelsOf, productionOf, reserveOf, type Scenario, startsOf } from './scenario';

/** A write that arrived at the server. Times are in seconds from the beginning. */
export interface Arrival {
  readonly at: number;
  /** Undefined: production. */
  readonly editor?: number;
  readonly sentAt: number;
  readonly isRefused: boolean;
  /** What it left in the bucket. */
  readonly level: number;
  /** What the reserve was. */
  readonly reserve: number;
}

export interface Course {
  readonly scenario: Scenario;
  readonly arrivals: readonly Arrival[];
  readonly starts: readonly number[];
  /** When each editor was through. */
  readonly ends: readonly number[];
  readonly productionStart: number;
}

/** Lets the editors of a scenario write until all are through. */
export async function run(scenario: Scenario): Promise<Course> {
  const { seed = 1, answerMs, lost = 0, change, fates = {} } = scenario;
  const clock = new SimulatedClock(seed, undefined, 1);
  const bucket = new AdjustableBucket(clock, scenario.limit);
  const startedAt = clock.now();
  const seconds = () => (clock.now() - startedAt) / 1000;
  const arrivals: Arrival[] = [];
  const arrive = (sentAt: number, editor?: number): boolean => {
    const isRefused = !bucket.take();
    const who = editor === undefined ? {} : { editor };
    arrivals.push({
      at: seconds(),
      sentAt,
      isRefused,
      level: bucket.level(),
      reserve: reserveOf(bucket.limit),
      ...who,
    });
    return !isRefused;
  };
  const oneWay = () => clock.sleep((answerMs / 2) * (0.8 + 0.4 * clock.random()));
  const exchange = async (editor: number): Promise<Answer> => {
    const sentAt = seconds();
    await oneWay();
    const isTaken = arrive(sentAt, editor);
    const headers = new Headers(rateLimitHeaders(bucket));
    if (!isTaken) {
      headers.set('Retry-After', retryAfter(bucket));
    }
    const isLost = clock.random() < lost;
    await oneWay();
    return { status: isTaken ? 200 : 429, headers, isLost };
  };

  const over = new AbortController();
  const { burst, everySeconds } = productionOf(scenario);
  const productionStart = clock.random() * everySeconds;
  const produce = async (): Promise<void> => {
    await clock.sleep(productionStart * 1000, over.signal);
    while (burst > 0 && !over.signal.aborted) {
      for (let message = 0; message < burst; message++) {
        arrive(seconds());
      }
      await clock.sleep(everySeconds * 1000, over.signal);
    }
  };
  void produce();
  if (change) {
    void clock.sleep(change.at * 1000).then(() => {
      bucket.setLimit(change.limit);
    });
  }

  const starts = startsOf(scenario, clock.random);
  const labels = labelsOf(scenario);
  const ends = await clock.until(
    Promise.all(
      starts.map(async (start, index) => {
        const limit = () => bucket.limit;
        await clock.sleep(start * 1000);
        const fate = fates[index] ?? {};
        await new Editor({ clock, limit, fate, seconds, exchange: () => exchange(index) }).run(labels);
        return seconds();
      }),
    ),
  );
  over.abort();
  return { scenario, arrivals, starts, ends, productionStart };
}
