// Builds dist (the product) and, without --production, the suites for the extension host: out/host, out/faults, out/endurance.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { thirdPartyNotices } from './thirdPartyNotices.mjs';

/** The product, for the test that watches its size as well. @type {import('esbuild').BuildOptions} */
export const extension = {
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  bundle: true,
  // Commands, ofetch and what is only needed later are chunks of their own. esbuild splits ES modules alone, and VS Code
  // loads CommonJS: `commonJs` makes the one from the other.
  format: 'esm',
  splitting: true,
  plugins: [commonJs(), thirdPartyNotices()],
  metafile: true,
  write: false,
  chunkNames: 'chunk-[hash]',
  target: 'es2022',
  // Not 'node': the bundle has no Node built-in in it.
  platform: 'browser',
  // ofetch's own entry for workers uses the global fetch, where VS Code puts the user's proxy and certificates.
  conditions: ['worker'],
  mainFields: ['module', 'main'],
  // Parts of ofetch that the client never calls: a tenth of the bundle.
  alias: { ufo: './src/api/ofetchHelpers.ts', destr: './src/api/ofetchHelpers.ts' },
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

/** Makes CommonJS of each chunk after it was built, and writes the files itself. @returns {import('esbuild').Plugin} */
function commonJs() {
  return {
    name: 'commonjs',
    setup({ initialOptions: { minify = false, sourcemap, target }, onEnd }) {
      onEnd(async ({ outputFiles = [] }) => {
        for (const file of outputFiles) {
          const options = { format: 'cjs', minify, sourcemap: sourcemap && 'inline', target, charset: 'utf8' };
          const { code } = await esbuild.transform(withPlainExports(file.text), options);
          file.contents = new TextEncoder().encode(code);
        }
      });
    },
  };
}

/**
 * Writes exports and `import()` the short way: esbuild's own way has 400 bytes in each chunk around them, so that exports
 * follow a variable that is assigned again, and CommonJS passes for an ES module. A lint rule keeps such exports away.
 *
 * @param {string} code an ES module as esbuild writes it, with one export statement or none
 */
function withPlainExports(code) {
  return code
    .replace(/\bimport\(("\.\/[^"]+")\)/g, 'Promise.resolve().then(() => require($1))')
    .replace(/(^|[;}])export ?\{([^{}]*)\};?$/m, (_, before, names) => {
      const values = names.split(',').map((name) => name.trim().split(' as ').reverse().join(': '));
      return `${before}module.exports = { ${values.join(', ')} };`;
    });
}

/** @returns {import('esbuild').Plugin} */
function write() {
  return {
    name: 'write',
    setup({ initialOptions: { outdir = '' }, onEnd }) {
      onEnd(async ({ outputFiles = [] }) => {
        await rm(outdir, { recursive: true, force: true });
        await mkdir(outdir, { recursive: true });
        for (const file of outputFiles) {
          await writeFile(file.path, file.contents);
        }
      });
    },
  };
}

async function main() {
  const production = process.argv.includes('--production');
  const plugins = [...extension.plugins, write()];
  const product = { ...extension, plugins, minify: production, sourcemap: !production && 'inline', logLevel: 'info' };
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
