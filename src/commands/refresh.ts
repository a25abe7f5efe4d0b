import { commands, l10n } from 'vscode';
import type { LabelStore } from '../labels/labelStore';
import { OperationError } from '../ui/errors';
import type { CommandContext } from './commandContext';

/** Asks KirimChat for the labels again. How it went is said by the view; by a notification only where it is hidden. */
export async function refresh(context: CommandContext): Promise<void> {
  const { sessions, view, record } = context;
  const session = await sessions.find().catch((error: unknown) => {
    if (!view.isVisible) {
      throw error;
    }
    record(error);
  });
  if (session) {
    await refreshLabels(context, session.labels);
  } else if (!view.isVisible) {
    await commands.executeCommand('kirimLabels.labels.focus');
  }
}

async function refreshLabels(context: CommandContext, labels: LabelStore): Promise<void> {
  const { sessions, view } = context;
  await labels.refreshOnRequest();
  if (labels.state.kind === 'failed' && !view.isVisible && labels === sessions.current?.labels) {
    const message = l10n.t('The labels could not be loaded.');
    throw new OperationError(message, labels.state.error, () => refresh(context));
  }
}
