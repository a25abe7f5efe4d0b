import { commands } from 'vscode';

/** As package.json names it: publisher, extension and walkthrough. */
const WALKTHROUGH = 'kirim-labels.kirim-labels#getStarted';

export async function openWalkthrough(): Promise<void> {
  const beside = false;
  await commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, beside);
}
