import type { Session } from '../../accounts/session';
import { RequestCancelledError } from '../../api/errors';
import { freshList } from '../../labels/freshList';
import { labelLines } from '../../ui/messages/labelLines';
import { organizationOf } from '../../ui/messages/place';
import { pickSession } from '../../ui/prompts/pickers/sessionPicker';
import type { ReadOnlyText } from '../../ui/report';
import { calledSession } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { requireLiveSession } from '../requireLiveSession';
import { requireSeveral } from '../requireSeveral';
import { withProgressNotification } from '../withProgressNotification';
import { l10n } from '../../ui/l10n';

/** Shows the labels of two organizations side by side, that of the row first which it was called on. */
export async function compareLabels(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const sessions = await requireSeveral(context);
  const called = await calledSession(context, args);
  const first =
    called ??
    (sessions.length === 2 ? sessions[0] : await pickSession(sessions, l10n.t('Choose the first organization')));
  const others = sessions.filter((session) => session !== first);
  const second = first && (await pickSession(others, l10n.t('Compare {0} with', organizationOf(first))));
  if (first && second) {
    await compare(context, requireLiveSession(context, first), requireLiveSession(context, second));
  }
}

async function compare(context: CommandContext, first: Session, second: Session): Promise<void> {
  const retry = () => compare(context, first, second);
  const [left, right] = await Promise.all([readList(first, retry), readList(second, retry)]);
  await context.reports.compare(l10n.t('Labels: {0} ↔ {1}', left.title, right.title), left, right);
}

/** @throws OperationError where nothing is known of the labels; CancellationError where the user does not wait. */
function readList(session: Session, retry: () => unknown): Promise<ReadOnlyText> {
  const title = organizationOf(session);
  const words = {
    doing: l10n.t('Loading the labels'),
    cancelled: l10n.t('Cancelled: nothing was compared.'),
    failed: l10n.t('The labels could not be loaded.'),
  };
  return withProgressNotification(session, words, retry, async ({ signal }) => {
    const failure = await freshList(session.labels, signal).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof RequestCancelledError || session.labels.labels.length === 0) {
          throw error;
        }
        return error;
      },
    );
    return { title, lines: labelLines(session.labels, failure) };
  });
}
