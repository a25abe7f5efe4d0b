import { fileURLToPath } from 'node:url';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const ofetchHelpers = path('../../src/api/ofetchHelpers.ts');

/** What imports mean here: no helpers of ofetch that the client never needs, as in the bundle, and a VS Code in memory. */
export const alias = { ufo: ofetchHelpers, destr: ofetchHelpers, vscode: path('fakeVscode.ts') };
