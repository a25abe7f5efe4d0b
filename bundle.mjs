/** How dist/extension.js is built, for esbuild.mjs and for the test that watches its size. */

/** @type {import('esbuild').BuildOptions} */
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
