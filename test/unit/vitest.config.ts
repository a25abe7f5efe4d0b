import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const ofetchHelpers = path('../../src/api/ofetchHelpers.ts');

/** What imports mean here: no helpers of ofetch that the client never needs, as in the bundle, and a VS Code in memory. */
export const alias = { ufo: ofetchHelpers, destr: ofetchHelpers, vscode: path('fakeVscode.ts') };

export default defineConfig({
  root: path('../..'),
  // The same ofetch as in the bundle (esbuild.mjs), not its entry for Node.
  ssr: { resolve: { conditions: ['worker', 'import', 'default'] } },
  resolve: { alias },
  test: {
    include: ['test/unit/**/*.test.ts'],
    setupFiles: path('leaveAsFound.ts'),
    // A quarter of the time, since each module is loaded once and not once for each file. So that no test comes to need what
    // another one left behind, they run in an order that is mixed, and yet the same each time: --sequence.seed=N is another.
    isolate: false,
    sequence: { shuffle: true, seed: 1 },
    server: { deps: { inline: ['ofetch'] } },
  },
});
