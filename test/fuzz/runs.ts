/** How many cases each property is tried with: the share of every `npm test`, and that of a night. */
const CASES = { quick: 100, nightly: 3_000 };

/** For the configuration, which knows the mode (`vitest --mode nightly`); KIRIM_FUZZ_RUNS has the last word. */
export function casesOf(mode: string): string {
  return process.env['KIRIM_FUZZ_RUNS'] ?? String(mode === 'nightly' ? CASES.nightly : CASES.quick);
}

/**
 * How many cases to try now.
 *
 * @param share of the usual number, for cases that take long.
 */
export function casesNow(share: number): number {
  return Math.ceil(Number(casesOf('quick')) * share);
}

/** Another one for each property and each time, unless KIRIM_FUZZ_SEED brings one back. */
export function nextSeed(): number {
  return Number(process.env['KIRIM_FUZZ_SEED'] ?? Math.floor(Math.random() * 0x7fffffff));
}
