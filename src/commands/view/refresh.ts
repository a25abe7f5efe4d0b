import { commands } from 'vscode';
import { RequestCancelledError } from '../../api/errors';
import type { Session } from '../../accounts/session';
import { OperationError } from '../../ui/errors';
import { inOrganization } from '../../ui/messages/place';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/** Asks KirimChat for the labels of all organizations again. How it went is said by the view; by a notification only where it is hidden. */
export async function refresh(context: CommandContext): Promise<void> {
  const { accounts, view, record } = context;
  const sessions = await accounts.find().catch((error: unknown) => {
    if (!view.isVisible) {
      throw error;
    }
    record(error);
    return [];
  });
  await Promise.all(sessions.map((session) => context.run(() => refreshLabels(context, session))));
  if (sessions.length === 0 && !view.isVisible) {
    await commands.executeCommand('kirimLabels.labels.focus');
  }
}

async function refreshLabels(context: CommandContext, session: Session): Promise<void> {
  const { labels, ended } = session;
  await labels.refreshOnRequest();
  const { state } = labels;
  const hasFailed = state.kind === 'failed' && !(state.error instanceof RequestCancelledError);
  if (hasFailed && !context.view.isVisible && !ended.aborted) {
    const message = inOrganization(session, l10n.t('The labels could not be loaded.'));
    throw new OperationError(message, state.error, () => refreshLabels(context, session));
  }
}
