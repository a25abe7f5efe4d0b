import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // The same ofetch as in the bundle (esbuild.mjs), not its entry for Node.
  ssr: { resolve: { conditions: ['worker', 'import', 'default'] } },
  resolve: { alias: { vscode: fileURLToPath(new URL('fakeVscode.ts', import.meta.url)) } },
  test: {
    include: ['test/unit/**/*.test.ts'],
    setupFiles: fileURLToPath(new URL('leaveAsFound.ts', import.meta.url)),
    // A quarter of the time, since each module is loaded once and not once for each file. So that no test comes to need what
    // another one left behind, they run in an order that is mixed, and yet the same each time: --sequence.seed=N is another.
    isolate: false,
    sequence: { shuffle: true, seed: 1 },
    // A limit, not a wait: a machine may be busy with other things.
    testTimeout: 60_000,
    server: { deps: { inline: ['ofetch'] } },
  },
});
