// Builds dist/extension.js (the product) and, without --production, out/host/index.js (the suite for the extension host).
import { rm } from 'node:fs/promises';
import esbuild from 'esbuild';
import { extension } from './bundle.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

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
const product = { ...extension, minify: production, sourcemap: production ? false : 'linked', logLevel: 'info' };
const builds = production ? [product] : [product, hostTests];
if (watch) {
  for (const options of builds) {
    const context = await esbuild.context(options);
    await context.watch();
  }
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
}
