// Builds dist/extension.js (the product) and, without --production, out/host/index.js (the suite for the extension host).
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

/** The product, for the test that watches its size as well. @type {import('esbuild').BuildOptions} */
export const extension = {
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  // Not 'node': the bundle has no Node built-in in it, so that the web extension host can run it too.
  platform: 'browser',
  // ofetch's own entry for workers uses the global fetch, where VS Code puts the user's proxy and certificates.
  conditions: ['worker'],
  mainFields: ['module', 'main'],
  // Parts of ofetch that the client never calls: a tenth of the bundle.
  alias: { ufo: './src/api/ofetchHelpers.ts', destr: './src/api/ofetchHelpers.ts' },
  external: ['vscode'],
  legalComments: 'none',
  charset: 'utf8',
};

/** @type {import('esbuild').BuildOptions} */
const hostTests = {
  entryPoints: ['test/host/index.ts'],
  outfile: 'out/host/index.js',
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  platform: 'node',
  external: ['vscode', 'mocha'],
  sourcemap: 'inline',
  logLevel: 'info',
};

async function main() {
  const production = process.argv.includes('--production');
  if (production) {
    await rm('dist', { recursive: true, force: true });
  }
  const product = { ...extension, minify: production, sourcemap: production ? false : 'linked', logLevel: 'info' };
  const builds = production ? [product] : [product, hostTests];
  for (const options of builds) {
    if (process.argv.includes('--watch')) {
      const context = await esbuild.context(options);
      await context.watch();
    } else {
      await esbuild.build(options);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
