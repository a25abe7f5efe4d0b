import { CancellationError } from 'vscode';
import type { Label } from '../../api/schema';
import { renameOperation } from '../../operations/editLabels';
import type { LabelUpdate } from '../../operations/updateLabels';
import type { Session } from '../../accounts/session';
import { labelsOf } from '../../accounts/sessionItems';
import { nameIn } from '../../ui/messages/names';
import { describeAlreadyGone } from '../../ui/messages/results/operationWords';
import { inOrganization, organizationOf } from '../../ui/messages/place';
import { quoted } from '../../ui/messages/plainText';
import { RENAME_WORDS } from '../../ui/messages/results/updateWords';
import { showStatus } from '../../ui/notifications/statusBar';
import { confirmChanged } from '../../ui/prompts/confirmChanged';
import { askForName } from '../askForName';
import { chooseLabels } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import type { OperationCommand } from '../operationCommand';
import { perform } from '../performOperation';
import { requireList } from '../requireList';
import { requireLiveSession } from '../requireLiveSession';
import { nameTeam } from '../view/nameTeam';
import { l10n } from '../../ui/l10n';

/** Gives one label another name: contacts and conversations keep it. The key does that for the row of a team as well. */
export async function renameLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const { rows, isKeyPress } = await context.view.calledOn(args);
  if (isKeyPress && rows.length === 1 && rows[0]?.kind === 'team') {
    await nameTeam(context, args);
    return;
  }
  const { chosen } = await chooseLabels(context, args, {
    title: l10n.t('Rename Label'),
    again: () => renameLabel(context, []),
    isSingle: true,
  });
  const [only, ...others] = chosen;
  const [label, ...more] = only?.labels ?? [];
  if (!only || !label || others.length > 0 || more.length > 0) {
    showStatus(l10n.t('Only one label can be renamed at a time.'));
    return;
  }
  const { session } = only;
  const command: OperationCommand<LabelUpdate> = {
    ...renaming(context),
    confirm: async (parts, changes) => {
      const [part] = parts;
      const [update] = part?.items ?? [];
      if (part && update && changes) {
        const names = [nameIn(part.session, update.label), quoted(update.name), organizationOf(part.session)] as const;
        const question = l10n.t('Rename label {0} to {1} in {2}?', ...names);
        await confirmChanged(part, changes, { question, title: l10n.t('Rename Label') });
      }
      return parts;
    },
  };
  await askForName(context, session, command, {
    title: l10n.t('Rename Label {0} in {1}', nameIn(session, label), organizationOf(session)),
    prompt: l10n.t('Contacts and conversations keep the label, and it keeps its ID. Your colleagues see the new name.'),
    name: label.name,
    own: label,
    itemOf: (name) => ({ label, name, color: label.color }),
  });
}

/** But for what is asked where the label has changed. */
function renaming(context: CommandContext): Omit<OperationCommand<LabelUpdate>, 'confirm'> {
  return {
    words: RENAME_WORDS,
    operation: (_session, updates) => renameOperation(updates[0]?.name ?? ''),
    next: (session, { results }) => {
      const [only] = results.filter(({ status }) => status === 'done');
      if (!only) {
        return [];
      }
      const { label } = only.item;
      const renamed = { ...label, name: only.current?.name ?? only.item.name };
      return [{ title: l10n.t('Undo Rename'), run: () => undoRename(context, session, renamed, label.name) }];
    },
  };
}

/**
 * Gives a label the name back that it had, only where it is still called what it was renamed to.
 *
 * @param renamed as it was renamed.
 */
async function undoRename(context: CommandContext, session: Session, renamed: Label, name: string): Promise<void> {
  const live = requireLiveSession(context, session);
  await requireList(live);
  const label = live.labels.labels.find(({ id }) => id === renamed.id);
  if (!label) {
    showStatus(inOrganization(live, describeAlreadyGone([renamed], live)));
    return;
  }
  const assertStillCalled = (current: Label) => {
    if (current.name !== renamed.name) {
      context.notifications.notifyIn(
        live,
        'partly',
        RENAME_WORDS.changed({ label: renamed, name, color: '' }, current, live),
      );
      throw new CancellationError();
    }
  };
  assertStillCalled(label);
  const command: OperationCommand<LabelUpdate> = {
    ...renaming(context),
    confirm: (parts) => {
      labelsOf(parts).forEach(assertStillCalled);
      return Promise.resolve(parts);
    },
  };
  await perform(context, live, command, [{ label, name, color: label.color }]);
}
