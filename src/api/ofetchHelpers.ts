/**
 * Stands in for `ufo` and `destr` in the bundle and in the unit tests (esbuild.mjs, test/unit/vitest.config.ts): ofetch
 * takes from them what joins addresses and guesses the type of a body. The client gives it whole addresses and reads
 * text, so none of that is ever called, and would be a tenth of the bundle.
 */
function unused(): never {
  throw new Error('Give ofetch whole addresses, and read text: its helpers are not in the bundle.');
}

export { unused as default, unused as withBase, unused as withQuery };
