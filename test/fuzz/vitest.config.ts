import { defineConfig } from 'vitest/config';
import unit from '../unit/vitest.config';
import { FuzzReporter } from './reporter';
import { casesOf } from './runs';

/** Random input: the share of every `npm test`, or with `--mode nightly` that of a night. */
export default defineConfig(({ mode }) => ({
  ...unit,
  test: {
    ...unit.test,
    include: ['test/fuzz/**/*.test.ts'],
    env: { KIRIM_FUZZ_RUNS: casesOf(mode) },
    reporters: ['default', new FuzzReporter()],
    // A property is one test, however many cases it has.
    testTimeout: 3_600_000,
  },
}));
