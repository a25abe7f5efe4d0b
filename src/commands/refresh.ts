import * as vscode from 'vscode';
import { OperationError } from '../ui/errors';
import type { CommandContext } from './commandContext';

/** Asks KirimChat for the labels again. How it went is said by the view; by a notification only where it is hidden. */
export async function refresh(context: CommandContext): Promise<void> {
  const { sessions, view } = context;
  await sessions.restore();
  const labels = sessions.current?.labels;
  if (!labels) {
    await vscode.commands.executeCommand('kirimLabels.labels.focus');
    return;
  }
  await labels.refreshOnRequest();
  if (labels.state.kind === 'failed' && !view.isVisible) {
    throw new OperationError(vscode.l10n.t('The labels could not be loaded.'), {
      cause: labels.state.error,
      retry: () => refresh(context),
    });
  }
}
