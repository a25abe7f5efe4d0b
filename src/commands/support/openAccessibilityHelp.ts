import { commands, Uri } from 'vscode';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/** Opens the page about keys, screen readers and contrast, which the walkthrough shows as well. */
export async function openAccessibilityHelp({ extension }: CommandContext): Promise<void> {
  // Translated is the name that VS Code looks for when it shows the page in the walkthrough.
  const page = Uri.joinPath(extension.uri, 'media/walkthrough', l10n.t('accessibilityHelp.md'));
  await commands.executeCommand('markdown.showPreview', page);
}
