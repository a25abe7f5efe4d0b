import { l10n } from 'vscode';
import type { Session } from '../../accounts/session';
import type { Label } from '../../api/schema';
import { joined } from '../../common/joined';
import { freshList } from '../../labels/freshList';
import { type CreateRequest, createOperation, createRequest, createRequestAgain } from '../../operations/createLabels';
import { planCopy } from '../../operations/planCopy';
import { CREATE_WORDS } from '../../ui/messages/createWords';
import { describeLeftOut } from '../../ui/messages/describeLeftOut';
import { organizationOf } from '../../ui/messages/place';
import { confirmCopy } from '../../ui/prompts/confirmCopy';
import { showStatus } from '../../ui/notifications/statusBar';
import { pickSession } from '../../ui/prompts/sessionPicker';
import { pickTeam } from '../../ui/prompts/teamPicker';
import { chooseLabels } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { fetchRateLimit } from '../fetchRateLimit';
import type { OperationCommand } from '../operationCommand';
import { perform } from '../performOperation';
import { requireLiveSession } from '../requireLiveSession';
import { requireSeveral } from '../requireSeveral';
import { withProgressNotification } from '../withProgressNotification';

/** Creates the chosen labels in another organization, as far as it does not have labels of these names. */
export async function copyToOrganization(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const sessions = await requireSeveral(context);
  const title = l10n.t('Copy Labels to Organization');
  const again = () => copyToOrganization(context, []);
  const { chosen } = await chooseLabels(context, args, { title, again, mindsBusy: false });
  const [first, ...more] = chosen;
  if (!first || more.length > 0) {
    showStatus(l10n.t('Labels are copied from one organization at a time.'));
    return;
  }
  const { labels, session: source } = first;
  const others = sessions.filter((session) => session !== source);
  const target = await pickSession(others, l10n.t('Choose the organization to copy to'));
  if (target) {
    await copy(context, labels, source, target);
  }
}

async function copy(
  context: CommandContext,
  labels: readonly Label[],
  source: Session,
  target: Session,
): Promise<void> {
  const retry = () => copy(context, labels, source, requireLiveSession(context, target));
  await readList(target, retry);
  const teamId = await pickTeam(target, l10n.t('Copy Labels to {0}', organizationOf(target)));
  const ids = labels.map(({ id }) => id);
  await target.questions.run(ids, async (free) => {
    const chosen = labels.filter(({ id }) => free.has(id));
    const plan = planCopy(chosen, target.labels.labels, teamId);
    if (plan.wanted.length === 0) {
      const nothing = l10n.t('Nothing was created.');
      context.notifications.notify('partly', joined([describeLeftOut(plan.existing, target), nothing]));
      return;
    }
    if (plan.wanted.length > 1) {
      await fetchRateLimit(target);
    }
    await confirmCopy(plan, { source, target, teamId });
    const requests = plan.wanted.map(({ name, color }) => createRequest({ name, color, team_id: teamId }));
    await perform(context, target, creation(context), requests);
  });
}

function creation(context: CommandContext): OperationCommand<CreateRequest> {
  const command: OperationCommand<CreateRequest> = {
    words: CREATE_WORDS,
    operation: ({ labels }, requests) => createOperation(requests, { labels }),
    // It was asked together with what is left out of it.
    confirm: (parts) => Promise.resolve(parts),
    retry: (session, failed) =>
      perform(context, requireLiveSession(context, session), command, failed.map(createRequestAgain)),
  };
  return command;
}

/** Which labels the other organization has by now. @throws OperationError, CancellationError */
async function readList(target: Session, retry: () => unknown): Promise<void> {
  const place = organizationOf(target);
  const words = {
    doing: l10n.t('Loading the labels of {0}', place),
    cancelled: l10n.t('Cancelled: nothing was created in {0}.', place),
    failed: l10n.t('Nothing was created in {0}: its labels could not be loaded.', place),
  };
  await withProgressNotification(target, words, retry, ({ signal }) => freshList(target.labels, signal));
}
