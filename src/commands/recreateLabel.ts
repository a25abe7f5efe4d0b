import { CancellationError, l10n } from 'vscode';
import { RequestCancelledError } from '../api/errors';
import type { JournalEntry } from '../labels/journal/entry';
import type { Journal } from '../labels/journal/journal';
import { recentlyDeleted } from '../labels/recentlyDeleted';
import { planRecreation, wishFor } from '../labels/recreation';
import type { Session } from '../session/session';
import { confirmRecreate } from '../ui/confirmRecreate';
import { describeExisting } from '../ui/describeRecreations';
import { OperationError } from '../ui/errors';
import { nameOrCount } from '../ui/names';
import { quoted } from '../ui/plainText';
import { ProgressNotice } from '../ui/progressNotice';
import { tellDone } from '../ui/statusBar';
import { chooseDeleted } from './chooseDeleted';
import type { CommandContext } from './commandContext';
import { presentSession } from './presentSession';
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
  const journal = await reread(session, entries, () => recreate(context, presentSession(context, session), entries));
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
        context.notices.tell('partly', describeExisting(plan.existing));
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
async function reread(session: Session, entries: readonly JournalEntry[], retry: () => unknown): Promise<Journal> {
  const labels = entries.map(({ label }) => label);
  const notice = new ProgressNotice(l10n.t('Creating {0} again', nameOrCount(labels)), session.ended);
  notice.reportWhenSlow();
  try {
    const journal = await session.journal();
    await Promise.race([Promise.all([journal.load(), session.labels.refreshAnew()]), aborted(notice.cancelled)]);
    const { state } = session.labels;
    if (state.kind === 'failed') {
      throw state.error;
    }
    return journal;
  } catch (error) {
    if (error instanceof RequestCancelledError) {
      tellDone(l10n.t('Cancelled: nothing was created.'));
      throw new CancellationError();
    }
    const [only] = labels.length === 1 ? labels : [];
    const message = only
      ? l10n.t('Label {0} was not created again.', quoted(only.name))
      : l10n.t('The {0} labels were not created again.', labels.length);
    throw new OperationError(message, error, retry);
  } finally {
    notice.dispose();
  }
}

/** Never resolves. @throws RequestCancelledError as soon as the signal says so. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => {
      reject(new RequestCancelledError());
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) {
      stop();
    }
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
