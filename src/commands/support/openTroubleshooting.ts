import { commands, Uri } from 'vscode';
import type { CommandContext } from '../commandContext';

/** Opens what the README says about each message, which is the same text as on the page of the extension. */
export async function openTroubleshooting({ extension }: CommandContext): Promise<void> {
  // As the packaged extension names it.
  const readme = Uri.joinPath(extension.uri, 'readme.md').with({ fragment: 'if-something-does-not-work' });
  await commands.executeCommand('markdown.showPreview', readme);
}
