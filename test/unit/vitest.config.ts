import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const ofetchHelpers = fileURLToPath(new URL('../../src/api/ofetchHelpers.ts', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // The same ofetch as in the bundle (esbuild.mjs), not its entry for Node, and without the helpers that it never needs.
  ssr: { resolve: { conditions: ['worker', 'import', 'default'] } },
  resolve: { alias: { ufo: ofetchHelpers, destr: ofetchHelpers } },
  test: {
    include: ['test/unit/**/*.test.ts'],
    server: { deps: { inline: ['ofetch'] } },
  },
});
