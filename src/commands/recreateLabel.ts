import { l10n } from 'vscode';
import type { JournalEntry } from '../journal/entry';
import type { Journal } from '../journal/journal';
import { freshList } from '../labels/freshList';
import { recentlyDeleted } from '../labels/recentlyDeleted';
import { planRecreation, wishFor } from '../labels/recreation';
import type { Session } from '../session/session';
import { confirmRecreate } from '../ui/confirmRecreate';
import { describeExisting } from '../ui/describeRecreations';
import { deletedNamesIn } from '../ui/names';
import { tellDone } from '../ui/statusBar';
import { chooseDeleted } from './chooseDeleted';
import type { CommandContext } from './commandContext';
import { presentSession } from './presentSession';
import { withNotice } from './reread';
import { sendWishes } from './sendWishes';

/** Creates deleted labels again, one or many, after asking once. */
export async function recreateLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const { entries, session } = await chooseDeleted(context, args, () => recreateLabel(context, []));
  await recreate(context, session, entries);
}

/** As the command, for labels that are chosen already. Those that are still there, or there again, are left out. */
export async function recreate(
  context: CommandContext,
  session: Session,
  entries: readonly JournalEntry[],
): Promise<void> {
  const journal = await rereadAll(session, entries, () => recreate(context, presentSession(context, session), entries));
  const left = recentlyDeleted(asWrittenNow(journal, entries), session.labels);
  if (left.length === 0) {
    tellDone(l10n.t('There is nothing left to create again.'));
    return;
  }
  await session.questions.run(
    left.map(({ label }) => label.id),
    async (free) => {
      const plan = planRecreation(
        left.filter(({ label }) => free.has(label.id)),
        session.labels.labels,
      );
      if (plan.wanted.length === 0) {
        context.notices.tell('partly', describeExisting(plan.existing, session));
        return;
      }
      await confirmRecreate(plan, session, recentlyDeleted(journal.entries, session.labels));
      await sendWishes(context, session, plan.wanted.map(wishFor));
    },
  );
}

/**
 * Reads the journal and the list once more: other windows and colleagues may have been quicker.
 *
 * @throws OperationError when one of them cannot be read; CancellationError when the person does not wait for it.
 */
function rereadAll(session: Session, entries: readonly JournalEntry[], retry: () => unknown): Promise<Journal> {
  const labels = entries.map(({ label }) => label);
  const [only] = labels.length === 1 ? labels : [];
  const names = deletedNamesIn(session, labels);
  const words = {
    doing: l10n.t('Creating {0} again', names.orCount),
    cancelled: l10n.t('Cancelled: nothing was created.'),
    failed: only
      ? l10n.t('Label {0} was not created again.', names.of(only))
      : l10n.t('The {0} labels were not created again.', labels.length),
  };
  return withNotice(session, words, retry, async ({ signal }) => {
    const journal = await session.journal();
    await Promise.all([journal.load(), freshList(session.labels, signal)]);
    return journal;
  });
}

/** A row or a notification may be older than what became of its labels. */
function asWrittenNow(journal: Journal, entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const runs = new Set(entries.map(({ run }) => run));
  const now = new Map([...runs].flatMap((run) => journal.entriesOf(run)).map((entry) => [keyOf(entry), entry]));
  return entries.map((entry) => now.get(keyOf(entry)) ?? entry);
}

function keyOf({ run, label }: JournalEntry): string {
  return JSON.stringify([run, label.id]);
}
