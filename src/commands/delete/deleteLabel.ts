import { CancellationError } from 'vscode';
import { deleteOperation } from '../../operations/deleteLabels';
import type { BatchResult, OperationItem } from '../../operations/operation';
import { readUndoSeconds } from '../../accounts/configuration';
import type { Session } from '../../accounts/session';
import { labelsOf } from '../../accounts/sessionItems';
import { confirmDelete } from '../../ui/prompts/confirmDelete';
import { DELETE_WORDS } from '../../ui/messages/results/deleteWords';
import { describeAlreadyGone } from '../../ui/messages/results/operationWords';
import { showStatus } from '../../ui/notifications/statusBar';
import { chooseLabels } from '../chooseLabels';
import type { ChosenRows } from '../chosenLabels';
import type { CommandContext } from '../commandContext';
import { fetchRateLimit } from '../fetchRateLimit';
import type { OperationCommand, WriteRequest } from '../operationCommand';
import { askAndPerform } from '../performOperation';
import { recreate } from '../create/recreateLabel';
import { requireLiveSession } from '../requireLiveSession';
import { UndoTime } from './undoTime';
import { l10n } from '../../ui/l10n';

/** Deletes labels, one or many, after asking once. */
export async function deleteLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const title = l10n.t('Delete Label');
  const again = () => deleteLabel(context, []);
  await deleteChosen(context, await chooseLabels(context, args, { title, again }));
}

/** As the command, for labels that are chosen already. */
export async function deleteChosen(
  context: CommandContext,
  { chosen, leave }: ChosenRows,
  request?: WriteRequest,
): Promise<void> {
  const parts = chosen.map(({ session, labels }) => ({ session, items: labels.map((label) => ({ label })) }));
  await askAndPerform(context, deletion(context, leave, request), parts);
}

function deletion(
  context: CommandContext,
  leave: ChosenRows['leave'],
  request: WriteRequest | undefined,
): OperationCommand<OperationItem> {
  return {
    words: DELETE_WORDS,
    request,
    operation: () => deleteOperation,
    confirm: async (parts, changes) => {
      const present = parts
        .map(({ session, items }) => ({
          session,
          items: items.filter(({ label }) => !session.labels.isDeleted(label.id)),
        }))
        .filter(({ items }) => items.length > 0);
      if (present.length === 0) {
        const [first] = parts;
        showStatus(first ? describeAlreadyGone(labelsOf(parts), first.session) : DELETE_WORDS.nothingLeft());
        throw new CancellationError();
      }
      await Promise.all(present.filter(({ items }) => items.length > 1).map(({ session }) => fetchRateLimit(session)));
      await confirmDelete(present, changes, context.query.noteOn(present), request?.askedBy);
      return present;
    },
    leave,
    undoTime: () => (readUndoSeconds() > 0 ? new UndoTime(readUndoSeconds, context.notifications) : undefined),
    next: (session, batch) => createAgain(context, session, batch),
  };
}

function createAgain(context: CommandContext, session: Session, { results, run }: BatchResult) {
  const isOneGone = results.some(({ status }) => status === 'done' || status === 'alreadyGone');
  if (run === undefined || !isOneGone) {
    return [];
  }
  const recreateAll = async () => {
    const journal = await session.journal();
    await recreate(context, requireLiveSession(context, session), journal.entriesOf(run));
  };
  return [{ title: l10n.t('Create Again'), run: recreateAll }];
}
