import type { Scenario } from './scenario';

const EDITORS = [1, 2, 4, 8, 16, 50];
const LIMITS = [60, 600, 6000];
const ANSWERS_MS = [50, 500, 1500];
const PRODUCTION = ['steady', 'bursts'] as const;
const STARTS = ['spread', 'tens'] as const;

/** Every number of editors at every limit, beside production at half the rate. */
const matrix: readonly Scenario[] = LIMITS.flatMap((limit) =>
  EDITORS.flatMap((editors) =>
    ANSWERS_MS.flatMap((answerMs) =>
      PRODUCTION.flatMap((production) =>
        STARTS.map((starts) => ({
          name: `${editors} × ${limit} a minute, ${answerMs} ms, ${production}, ${starts}`,
          editors,
          limit,
          answerMs,
          production,
          starts,
        })),
      ),
    ),
  ),
);

const usual = { editors: 8, limit: 600, answerMs: 500, production: 'steady', starts: 'spread' } as const;

/** What else happens. */
const troubles: readonly Scenario[] = [
  { ...usual, name: 'one of 20 answers is lost', lost: 0.05 },
  {
    ...usual,
    name: 'half of the windows close',
    fates: { 0: { closesAt: 70 }, 1: { closesAt: 80 }, 2: { closesAt: 90 }, 3: { closesAt: 100 } },
  },
  { ...usual, name: 'one sleeps for a minute', fates: { 1: { sleeps: [80, 140] } } },
  { ...usual, name: 'one sleeps for ten minutes', fates: { 1: { sleeps: [80, 680] } } },
  { ...usual, name: 'the limit rises tenfold', limit: 60, change: { at: 90, limit: 600 } },
  {
    // Production at half of 600 a minute would leave nothing of 60.
    name: 'the limit falls to a tenth',
    editors: 8,
    limit: 600,
    answerMs: 500,
    starts: 'spread',
    change: { at: 45, limit: 60 },
  },
  { ...usual, name: 'one has no headers', fates: { 1: { isBlind: true } } },
  { ...usual, name: 'two have no headers', fates: { 1: { isBlind: true }, 2: { isBlind: true } } },
  {
    ...usual,
    name: 'four have no headers',
    fates: { 1: { isBlind: true }, 2: { isBlind: true }, 3: { isBlind: true }, 4: { isBlind: true } },
  },
];

export const all: readonly Scenario[] = [...matrix, ...troubles];

/** A few seconds’ worth, for the gate: at most of them the rule for one window fails. */
export const few: readonly Scenario[] = [
  ...troubles.slice(0, 4),
  ...matrix.filter(
    ({ editors, limit, answerMs, production, starts }) =>
      (limit === 600 && answerMs === 1500 && starts === 'tens') ||
      (limit === 60 && answerMs === 500 && starts === 'spread' && production === 'steady' && editors <= 16),
  ),
];
