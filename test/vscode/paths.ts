import { join, resolve } from 'node:path';

export const repository = resolve(__dirname, '../..');
/** What is installed once and kept: git-ignored, safe to delete. */
export const cache = join(repository, '.vscode-test');
/** What a run leaves behind to look at. */
export const output = join(repository, 'out');
export const vsix = join(repository, 'kirim-labels.vsix');
