/** What `vitest --mode` says for a whole night. */
export const NIGHTLY = 'nightly';

/** How many cases each property is tried with: the share of every `npm test`, and that of a night. */
const CASES = { quick: 100, nightly: 3_000 };

/** For the configuration, which knows the mode: what the tests read. What is set from outside has the last word. */
export function environmentOf(mode: string): Record<string, string> {
  const isNight = mode === NIGHTLY;
  const { KIRIM_FUZZ_RUNS, KIRIM_SEED } = process.env;
  return {
    KIRIM_FUZZ_RUNS: KIRIM_FUZZ_RUNS ?? String(isNight ? CASES.nightly : CASES.quick),
    ...(isNight && { KIRIM_FUZZ_NEW_SEEDS: 'yes', KIRIM_SEED: KIRIM_SEED ?? String(newSeed()) }),
  };
}

/**
 * How many cases to try now.
 *
 * @param share of the usual number: less for cases that take long, more for those that find most.
 */
export function casesNow(share: number): number {
  return Math.ceil(Number(process.env['KIRIM_FUZZ_RUNS'] ?? CASES.quick) * share);
}

/** Of the property with that name: always the same, so that `npm test` is the same test twice, and by night a new one. */
export function seedOf(name: string): number {
  const { KIRIM_FUZZ_SEED, KIRIM_FUZZ_NEW_SEEDS } = process.env;
  if (KIRIM_FUZZ_SEED !== undefined) {
    return Number(KIRIM_FUZZ_SEED);
  }
  return KIRIM_FUZZ_NEW_SEEDS === undefined ? hashOf(name) : newSeed();
}

function newSeed(): number {
  return Math.floor(Math.random() * 0x7fffffff);
}

/** FNV-1a: other names have other numbers. */
function hashOf(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) & 0x7fffffff;
}
