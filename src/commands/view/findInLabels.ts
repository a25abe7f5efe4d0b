import { commands } from 'vscode';
import type { CommandContext } from '../commandContext';

/** Opens VS Code's own search of the tree. */
export async function findInLabels({ accounts }: CommandContext): Promise<void> {
  const sessions = await accounts.restore();
  await commands.executeCommand('kirimLabels.labels.focus');
  // Without rows the search would open in the list that had the focus before.
  if (sessions.length > 0) {
    await commands.executeCommand('list.find');
  }
}
