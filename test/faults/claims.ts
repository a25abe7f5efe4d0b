import * as assert from 'node:assert/strict';
import type { Standing } from './operation';

/** How many labels ended in some way, as far as somebody was told. */
interface Claims {
  readonly done: number;
  readonly gone: number;
  /** They are as they were. */
  readonly not: number;
  readonly uncertain: number;
}

const DONE = /^(?:Deleted|Retired|Restored|Created|Changed the color of) (\d+)/;
const ONE_DONE = /^(?:Deleted label|Retired|Restored|Renamed|Created) \W*“/;
const ONE_NOT = /^Label .*” was not (?:deleted|retired|restored|renamed|created)/;
const NOT = /^The (\d+) labels were not /;
const ONE_GONE = /^Label .*” was already deleted/;
const GONE = /^The (\d+) labels were already deleted/;
const GONE_TOO = /already gone/i;
const UNCERTAIN = /not certain/i;
/** Tells of all labels of a run. */
const SUMMARY = / of \d+ labels\b|^None of the \d+ /;
/** What a summary counts: “Failed: 2.” */
const COUNTS = /([A-Z][\p{L}’, ]*): (\d+)\./gu;

/** Whatever was told about labels is true on the server. */
export function assertTrue(texts: readonly string[], { total, done, gone }: Standing): void {
  for (const text of texts) {
    const claimed = claimsOf(text);
    const gist = `“${text}” while ${done} of ${total} are done and ${gone} gone`;
    // A label that is gone is one that was deleted, by whomever.
    assert.ok(claimed.done + claimed.gone <= Math.max(done, gone), `More is said to be done than is: ${gist}`);
    assert.ok(claimed.gone <= gone, `More is said to be gone than is: ${gist}`);
    assert.ok(claimed.not <= total - done, `More is said to be as it was than is: ${gist}`);
    const sum = claimed.done + claimed.gone + claimed.not + claimed.uncertain;
    assert.ok(!SUMMARY.test(text) || sum === total, `Only ${sum} of ${total} are told of: ${gist}`);
  }
}

function claimsOf(text: string): Claims {
  const counts = [...text.matchAll(COUNTS)].map(([, heading = '', count]) => ({ heading, count: Number(count) }));
  const sum = (isMeant: (heading: string) => boolean) =>
    counts.filter(({ heading }) => isMeant(heading)).reduce((total, { count }) => total + count, 0);
  return {
    done: numberIn(DONE, text) + Number(ONE_DONE.test(text)),
    gone: numberIn(GONE, text) + Number(ONE_GONE.test(text)) + sum((heading) => GONE_TOO.test(heading)),
    not:
      numberIn(NOT, text) +
      Number(ONE_NOT.test(text)) +
      sum((heading) => !GONE_TOO.test(heading) && !UNCERTAIN.test(heading)),
    uncertain: sum((heading) => UNCERTAIN.test(heading)),
  };
}

function numberIn(pattern: RegExp, text: string): number {
  return Number(pattern.exec(text)?.[1] ?? 0);
}
