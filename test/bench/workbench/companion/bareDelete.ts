import * as vscode from 'vscode';

export interface BareRequest {
  readonly method: string;
  readonly url: string;
}

/** Asks as a command that deletes would, sends requests one after the other, and then takes out a row. No more. */
export async function bareDelete(requests: readonly BareRequest[], apiKey: string, remove: () => void): Promise<void> {
  if ((await vscode.window.showWarningMessage('Delete?', { modal: true }, 'Delete Label')) === undefined) {
    return;
  }
  for (const { method, url } of requests) {
    const response = await fetch(url, { method, headers: { authorization: `Bearer ${apiKey}` } });
    await response.json();
  }
  remove();
}
