import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // The same ofetch as in the bundle (esbuild.mjs), not its entry for Node.
  ssr: { resolve: { conditions: ['worker', 'import', 'default'] } },
  test: {
    include: ['test/unit/**/*.test.ts'],
    server: { deps: { inline: ['ofetch'] } },
  },
});
