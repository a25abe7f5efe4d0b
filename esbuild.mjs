// Builds dist/extension.js (the product) and, without --production, out/host/index.js (the suite for the extension host).
import { rm } from 'node:fs/promises';
import esbuild from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const extension = {
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
  external: ['vscode'],
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'info',
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

if (production) {
  await rm('dist', { recursive: true, force: true });
}
const builds = production ? [extension] : [extension, hostTests];
if (watch) {
  for (const options of builds) {
    const context = await esbuild.context(options);
    await context.watch();
  }
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
}
