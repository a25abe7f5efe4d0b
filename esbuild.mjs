// Builds dist (the product) and, without --production, the suites for the extension host: out/host, out/faults, out/endurance.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { thirdPartyNotices } from './thirdPartyNotices.mjs';

/** The product, for the tests of the bundle as well. @type {import('esbuild').BuildOptions} */
export const extension = {
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  bundle: true,
  metafile: true,
  // What VS Code loads, with Node and in a web worker. What `import()` names is in the same file, and run when it is asked for.
  format: 'cjs',
  target: 'es2022',
  // Not 'node': a web worker has no Node built-ins.
  platform: 'browser',
  // ofetch's own entry for workers uses the global fetch, where VS Code puts the user's proxy and certificates.
  conditions: ['worker'],
  external: ['vscode'],
  // thirdPartyNotices says it for all.
  legalComments: 'none',
  charset: 'utf8',
};

/** @type {import('esbuild').BuildOptions} */
const hostTests = {
  entryPoints: ['test/host/index.ts', 'test/faults/index.ts', 'test/endurance/index.ts'],
  outbase: 'test',
  outdir: 'out',
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
  const product = { ...extension, minify: production, sourcemap: !production && 'inline', logLevel: 'info' };
  if (process.argv.includes('--watch')) {
    for (const options of [product, hostTests]) {
      const context = await esbuild.context(options);
      await context.watch();
    }
    return;
  }
  const { metafile } = await esbuild.build(product);
  await writeFile('dist/ThirdPartyNotices.txt', await thirdPartyNotices(metafile));
  if (!production) {
    await esbuild.build(hostTests);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
