import { l10n } from 'vscode';
import type { JournalEntry } from '../labels/journal/entry';
import { recentlyDeleted } from '../labels/recentlyDeleted';
import { planRecreation, wishFor } from '../labels/recreation';
import type { Session } from '../session/session';
import { confirmRecreate } from '../ui/confirmRecreate';
import { describeExisting } from '../ui/describeRecreations';
import { tellDone } from '../ui/statusBar';
import { chooseDeleted } from './chooseDeleted';
import type { CommandContext } from './commandContext';
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
  const left = recentlyDeleted(await asWrittenNow(session, entries), session.labels);
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
        context.notices.tell('partly', describeExisting(plan.existing));
        return;
      }
      await confirmRecreate(plan, session);
      await sendWishes(context, session, plan.wanted.map(wishFor));
    },
  );
}

/** A row or a notification may be older than what became of its labels. */
async function asWrittenNow(session: Session, entries: readonly JournalEntry[]): Promise<readonly JournalEntry[]> {
  const journal = await session.journal();
  const runs = new Set(entries.map(({ run }) => run));
  const now = new Map([...runs].flatMap((run) => journal.entriesOf(run)).map((entry) => [keyOf(entry), entry]));
  return entries.map((entry) => now.get(keyOf(entry)) ?? entry);
}

function keyOf({ run, label }: JournalEntry): string {
  return JSON.stringify([run, label.id]);
}
