import fc from 'fast-check';
import { it } from 'vitest';
import { casesNow, seedOf } from './runs';

declare module 'vitest' {
  interface TaskMeta {
    /** What a property was tried with, for the reporter. */
    fuzz?: { readonly cases: number; readonly seed: number };
  }
}

interface Options<T> {
  /** Of the usual number of cases: less where one takes long, more where they find most. */
  readonly share?: number;
  /** Tried first, each time: what was found once. */
  readonly examples?: readonly T[];
}

/** A test that holds for whatever comes: tries many values, and says how to bring back the one that it fails with. */
export function property<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  holds: (value: T) => unknown,
  { share = 1, examples = [] }: Options<T> = {},
): void {
  it(name, async ({ task }) => {
    const seed = seedOf(task.fullTestName);
    const asked = { seed, numRuns: casesNow(share), examples: examples.map((value): [T] => [value]) };
    const tried = await fc.check(
      fc.asyncProperty(arbitrary, async (value) => {
        await holds(value);
      }),
      asked,
    );
    task.meta.fuzz = { cases: tried.numRuns, seed };
    if (tried.failed) {
      const replay = `KIRIM_FUZZ_SEED=${seed} KIRIM_FUZZ_RUNS=${casesNow(1)} npm run test:fuzz:quick -- -t ${JSON.stringify(name)}`;
      throw new Error(`${fc.defaultReportMessage(tried)}\n\nThe same again: ${replay}`, { cause: tried.errorInstance });
    }
  });
}
