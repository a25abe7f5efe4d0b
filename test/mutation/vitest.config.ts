import { mergeConfig } from 'vitest/config';
import unit from '../unit/vitest.config';

/** The unit tests of one room that are quick: each mutant runs all that reach it. */
export default mergeConfig(unit, {
  test: {
    include: ['**/*.test.ts'],
    exclude: [
      // Thousands of requests, and windows that die at many instants, take longer than all other tests together. What
      // they go through is tested on small examples as well.
      '**/run/{sharing,killed}.test.ts',
      '**/journal/crash.test.ts',
    ],
  },
});
