import { window } from 'vscode';

/** Says in the status bar, for a few seconds, that something is done. Needs no answer and takes no focus. */
export function showStatus(message: string): void {
  window.setStatusBarMessage(message, 6_000);
}
