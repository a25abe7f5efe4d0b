/** As much of VS Code as words and notifications need, where a test has none: `vi.mock('vscode', () => import(…))`. */

export class CancellationError extends Error {}

export const l10n = {
  t: (text: string, ...values: readonly (string | number)[]) =>
    text.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)])),
};

export const env = { language: 'en' };

/** What was called, and with what. */
export const called: unknown[][] = [];

export const commands = {
  executeCommand: (...call: unknown[]) => Promise.resolve(void called.push(call)),
};

/** What the status bar said. */
export const statusBar: string[] = [];

export const window = {
  setStatusBarMessage: (message: string) => void statusBar.push(message),
};
