import { MAX_PARALLEL } from '../../src/api/rateLimit/writeLimiter';

/** What happens to one editor, beside that it writes. Times are in seconds from the beginning. */
export interface Fate {
  /** Its window closes: nothing more is sent. */
  readonly closesAt?: number;
  /** Its computer sleeps: nothing is sent, and what has come meanwhile is read afterwards. */
  readonly sleeps?: readonly [from: number, to: number];
  /** No header arrives, as behind a proxy that takes them off. */
  readonly isBlind?: boolean;
}

/** Some editors that write at once to one organization, beside its production traffic. */
export interface Scenario {
  readonly name: string;
  readonly editors: number;
  /** Writes a minute. */
  readonly limit: number;
  /** Between sending and the answer; half of it each way, and 40 % of that left to chance. */
  readonly answerMs: number;
  /** Production sends at half the rate: one at a time, or as many at once as the reserve holds. */
  readonly production?: 'steady' | 'bursts';
  /** Spread over a minute, or ten within each second, and those seconds over a minute. */
  readonly starts: 'spread' | 'tens';
  /** Part of the answers that are lost on the way back. */
  readonly lost?: number;
  readonly fates?: Readonly<Record<number, Fate>>;
  /** Another plan, from this second on. */
  readonly change?: { readonly at: number; readonly limit: number };
  readonly seed?: number;
}

export const RESERVE_PERCENT = 20;
/** For so many minutes there is work at what is free, once the full bucket is used up. */
const MINUTES = 5;
/** The largest bucket takes tens of thousands of writes as it is. */
const LARGE_LIMIT = 6000;
/** As many labels each editor has at least. */
const LEAST_LABELS = 20;

export function reserveOf(limit: number): number {
  return (limit * RESERVE_PERCENT) / 100;
}

/** How many labels each editor has. */
export function labelsOf({ editors, limit, answerMs, production }: Scenario): number {
  const minutes = limit >= LARGE_LIMIT ? 1 : MINUTES;
  const free = production ? limit / 2 : limit;
  const byTokens = limit - reserveOf(limit) + free * minutes;
  const byAnswers = editors * MAX_PARALLEL * ((minutes * 60_000) / answerMs);
  return Math.max(LEAST_LABELS, Math.ceil(Math.min(byTokens, byAnswers) / editors));
}

/** When each editor starts, in seconds. */
export function startsOf({ editors, starts }: Scenario, random: () => number): number[] {
  const groups = Math.ceil(editors / 10);
  return Array.from({ length: editors }, (_, index) => {
    if (starts === 'tens') {
      return (Math.floor(index / 10) * 60) / groups + random();
    }
    return index === 0 ? 0 : random() * 60;
  });
}

/** How many messages production sends at once, and how many seconds later again. */
export function productionOf({ limit, production }: Scenario): {
  readonly burst: number;
  readonly everySeconds: number;
} {
  const burst = production === undefined ? 0 : production === 'steady' ? 1 : Math.floor(reserveOf(limit));
  return { burst, everySeconds: (burst / (limit / 2)) * 60 };
}
