import { commands, l10n } from 'vscode';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import type { CommandContext } from './commandContext';

/** Asks KirimChat for the labels again. How it went is said by the view; by a notification only where it is hidden. */
export async function refresh(context: CommandContext): Promise<void> {
  const { sessions, view } = context;
  const labels = (await findSession(context))?.labels;
  if (!labels) {
    await commands.executeCommand('kirimLabels.labels.focus');
    return;
  }
  await labels.refreshOnRequest();
  if (labels.state.kind === 'failed' && !view.isVisible && labels === sessions.current?.labels) {
    const message = l10n.t('The labels could not be loaded.');
    throw new OperationError(message, labels.state.error, () => refresh(context));
  }
}

/** Who is signed in. Where the secret storage fails, the view says so by itself. */
async function findSession({ sessions, view, record }: CommandContext): Promise<Session | undefined> {
  try {
    return await sessions.find();
  } catch (error) {
    if (!view.isVisible) {
      throw error;
    }
    record(error);
    return undefined;
  }
}
