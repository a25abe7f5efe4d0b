import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import unit from '../unit/vitest.config';
import { FuzzReporter } from './reporter';
import { environmentOf, NIGHTLY } from './runs';

/** Unit tests that leave something to chance: by night with other chances as well. */
const BY_CHANCE = ['test/unit/journal/{crash,windows}.test.ts', 'test/unit/labels/run/killed.test.ts'];

/** Random input: the share of every `npm test`, or with `--mode nightly` that of a night. */
export default defineConfig(({ mode }) => ({
  ...unit,
  resolve: { alias: { vscode: fileURLToPath(new URL('model/vscode.ts', import.meta.url)) } },
  test: {
    ...unit.test,
    include: ['test/fuzz/**/*.test.ts', ...(mode === NIGHTLY ? BY_CHANCE : [])],
    env: environmentOf(mode),
    reporters: ['default', new FuzzReporter()],
    // A property is one test, however many cases it has.
    testTimeout: 3_600_000,
  },
}));
