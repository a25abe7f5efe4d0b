import * as vscode from 'vscode';
import type { LabelsViewProbe } from './labelsViewProbe';

/** Signs out of all organizations. */
export async function signOutOfAll(view: LabelsViewProbe): Promise<void> {
  const organizations = (await view.rows()).filter(({ item }) => item.contextValue?.startsWith('organization'));
  for (const { node } of organizations) {
    await vscode.commands.executeCommand('kirimLabels.signOut', node);
  }
  if (organizations.length === 0) {
    await vscode.commands.executeCommand('kirimLabels.signOut');
  }
}
