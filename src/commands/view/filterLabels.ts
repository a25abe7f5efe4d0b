import { commands } from 'vscode';
import { pickFilter } from '../../ui/prompts/pickers/filterPicker';
import type { CommandContext } from '../commandContext';

/** Filters the view while its filter is being chosen. What was chosen last stays, however the list is closed. */
export async function filterLabels({ accounts, query, view }: CommandContext): Promise<void> {
  const sessions = await accounts.restore();
  if (!view.isVisible || sessions.length === 0) {
    await commands.executeCommand('kirimLabels.labels.focus');
  }
  if (sessions.length > 0) {
    await pickFilter(query.filter, accounts, (filter) => {
      query.filter = filter;
    });
  }
}
