import type { Session } from '../../accounts/session';
import { joined } from '../../common/joined';
import { freshList } from '../../labels/freshList';
import { createRequest } from '../../operations/createLabels';
import { planCopy } from '../../operations/planCopy';
import { organizationOf } from '../../ui/messages/place';
import { bySource, confirmCopy, type CopiedLabel, describeLeftOut } from '../../ui/prompts/confirmCopy';
import { pickSession } from '../../ui/prompts/pickers/sessionPicker';
import { pickTeam } from '../../ui/prompts/pickers/teamPicker';
import { chooseLabels } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { newLabels } from '../create/newLabels';
import { fetchRateLimit } from '../fetchRateLimit';
import { perform } from '../performOperation';
import { requireLiveSession } from '../requireLiveSession';
import { requireSeveral } from '../requireSeveral';
import { withProgressNotification } from '../withProgressNotification';
import { l10n } from '../../ui/l10n';

/** Creates the chosen labels in another organization, as far as it does not have labels of these names. */
export async function copyToOrganization(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const sessions = await requireSeveral(context);
  const title = l10n.t('Copy Labels to Organization');
  const again = () => copyToOrganization(context, []);
  const { chosen } = await chooseLabels(context, args, { title, again, mindsBusy: false });
  const labels = chosen.flatMap((part) => part.labels.map((label) => ({ label, source: part.session })));
  const others = sessions.filter((session) => labels.some(({ source }) => source !== session));
  const target = await pickSession(others, l10n.t('Choose the organization to copy to'));
  if (target) {
    const fromOthers = labels.filter(({ source }) => source !== target);
    await copy(context, fromOthers, requireLiveSession(context, target));
  }
}

async function copy(context: CommandContext, labels: readonly CopiedLabel[], target: Session): Promise<void> {
  await readList(target, () => copy(context, labels, requireLiveSession(context, target)));
  const teamId = await pickTeam(target, l10n.t('Copy Labels to {0}', organizationOf(target)), true);
  const ids = labels.map(({ label }) => label.id);
  await target.questions.run(ids, async (free) => {
    const asked = labels.filter(({ label }) => free.has(label.id));
    const plan = planCopy(asked, target.labels.labels, teamId);
    if (plan.wanted.length === 0) {
      const nothing = l10n.t('Nothing was created.');
      // It names the organization itself.
      context.notifications.notify('partly', joined([describeLeftOut(plan.existing, target), nothing]));
      return;
    }
    if (plan.wanted.length > 1) {
      await fetchRateLimit(target);
    }
    await confirmCopy(plan, target, teamId, context.query.noteOn(bySource(plan.wanted)));
    const requests = plan.wanted.map(({ label: { name, color } }) => createRequest({ name, color, team_id: teamId }));
    await perform(context, target, newLabels(context), requests);
  });
}

/** Which labels the other organization has by now. @throws OperationError, CancellationError */
async function readList(target: Session, retry: () => unknown): Promise<void> {
  const words = {
    doing: l10n.t('Loading the labels'),
    cancelled: l10n.t('Cancelled: nothing was created.'),
    failed: l10n.t('Nothing was created: the labels could not be loaded.'),
  };
  await withProgressNotification(target, words, retry, ({ signal }) => freshList(target.labels, signal));
}
