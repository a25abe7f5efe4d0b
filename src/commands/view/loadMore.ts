import { RequestCancelledError } from '../../api/errors';
import { OperationError } from '../../ui/errors';
import { inOrganization } from '../../ui/messages/place';
import { showStatus } from '../../ui/notifications/statusBar';
import { calledSession } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/** Loads the next labels of a long list: of the organization whose row it is called on, else of all that have more. */
export async function loadMore(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const called = await calledSession(context, args);
  const sessions = called ? [called] : context.accounts.sessions.filter(({ labels }) => labels.hasMore);
  if (!sessions.some(({ labels }) => labels.hasMore)) {
    showStatus(l10n.t('There are no more labels to load. Refresh Labels asks for all of them again.'));
    return;
  }
  await Promise.all(
    sessions.map(async (session) => {
      const result = await session.labels.loadMore();
      if (result.kind === 'failed' && !(result.error instanceof RequestCancelledError) && !session.ended.aborted) {
        const message = inOrganization(session, l10n.t('No more labels could be loaded.'));
        throw new OperationError(message, result.error, () => loadMore(context, args));
      }
    }),
  );
}
