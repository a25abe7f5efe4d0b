import { CancellationError, l10n } from 'vscode';
import { RequestCancelledError } from '../api/errors';
import { failureIn } from '../labels/deletion';
import { freshList } from '../labels/freshList';
import type { JournalEntry } from '../journal/entry';
import { planRecreation, type RecreationParts, type Wish } from '../labels/recreation';
import {
  recreateAll,
  recreateOne,
  type RecreationEnding,
  type RecreationResult,
  wishAgain,
} from '../labels/recreationEndings';
import type { Session } from '../session/session';
import { describeExisting, describeRecreations, describeSettled, reportRecreations } from '../ui/describeRecreations';
import { OperationError } from '../ui/errors';
import { deletedNamesIn } from '../ui/names';
import { ProgressNotice } from '../ui/progressNotice';
import { RunNotice } from '../ui/runProgress';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';
import { presentSession } from './presentSession';
import { tellRun } from './tellRun';

/** What is left to send of wishes that did not come true. */
interface SettledWishes {
  readonly left: readonly RecreationEnding[];
  readonly recreated: readonly JournalEntry[];
  readonly existing: readonly JournalEntry[];
}

/** Creates labels again that a person said yes to, and says how that ended. */
export async function sendWishes(context: CommandContext, session: Session, wishes: readonly Wish[]): Promise<void> {
  const { client, labels } = session;
  const parts = { client, labels, journal: await session.journal(), record: context.record };
  const [only] = wishes.length === 1 ? wishes : [];
  await (only ? sendOne(context, session, only, parts) : sendMany(context, session, wishes, parts));
}

/** Takes no turn: what a person asked for one label may use the reserve. */
async function sendOne(context: CommandContext, session: Session, wish: Wish, parts: RecreationParts): Promise<void> {
  const notice = new ProgressNotice(title(session, [wish]), session.ended);
  notice.reportWhenSlow();
  try {
    const { onWait, cancelled: signal } = notice;
    tellOne(context, session, await recreateOne(wish, parts, { onWait, signal }));
  } finally {
    notice.dispose();
  }
}

async function sendMany(
  context: CommandContext,
  session: Session,
  wishes: readonly Wish[],
  parts: RecreationParts,
): Promise<void> {
  const notice = new RunNotice(title(session, wishes), wishes.length, session.ended);
  try {
    const { onProgress, cancelled: signal } = notice;
    tellMany(context, session, await recreateAll(wishes, parts, { pace: await session.pace(), signal, onProgress }));
  } finally {
    notice.dispose();
  }
}

function title(session: Session, wishes: readonly Wish[]): string {
  const labels = wishes.map(({ entry }) => entry.label);
  return l10n.t('Creating {0} again', deletedNamesIn(session, labels).orCount);
}

/** @throws OperationError when it was not created; CancellationError when nobody wants to hear about it. */
function tellOne(context: CommandContext, session: Session, result: RecreationEnding): void {
  const { wish, ending, error } = result;
  const { label } = wish.entry;
  const name = deletedNamesIn(session, [label]).of(label);
  if (ending === 'created') {
    context.notices.tell('done', describeRecreations([result], undefined, session));
  } else if (ending === 'exists') {
    context.notices.tell('partly', describeExisting([wish.entry], session));
  } else if (error instanceof RequestCancelledError && ending === 'failed') {
    tellDone(l10n.t('Cancelled. Label {0} was not created.', name));
    throw new CancellationError();
  } else {
    const message =
      ending === 'inDoubt'
        ? l10n.t('It is not certain that label {0} was created again.', name)
        : l10n.t('Label {0} was not created again.', name);
    throw new OperationError(message, failureIn(error) ?? error, () => sendAgain(context, session, [result]));
  }
}

function tellMany(context: CommandContext, session: Session, { endings, stoppedBy }: RecreationResult): void {
  const summary = describeRecreations(endings, stoppedBy, session);
  tellRun(context, {
    endings,
    stoppedBy,
    isDone: ({ ending }) => ending === 'created',
    again: (failed) => sendAgain(context, session, failed),
    summary,
    report: { title: l10n.t('Labels Created Again'), lines: () => reportRecreations(summary, endings, session) },
  });
}

/** Nothing is sent twice because a button was pressed twice. */
async function sendAgain(
  context: CommandContext,
  session: Session,
  endings: readonly RecreationEnding[],
): Promise<void> {
  const present = presentSession(context, session);
  const again = () => sendAgain(context, session, endings);
  const ids = endings.map(({ wish }) => wish.entry.label.id);
  await present.questions.run(ids, async (free) => {
    const wanted = endings.filter(({ wish }) => free.has(wish.entry.label.id));
    const { left, recreated, existing } = await settle(present, wanted).catch((error: unknown) => {
      throw new OperationError(l10n.t('Nothing was sent again: the labels could not be loaded.'), error, again);
    });
    if (left.length < wanted.length) {
      context.notices.tell('partly', describeSettled(recreated, existing, present));
    }
    if (left.length > 0) {
      await sendWishes(context, present, left.map(wishAgain));
    }
  });
}

/** The button may be pressed hours later: what was created again meanwhile, wherever, and which names are taken by now. */
async function settle(session: Session, endings: readonly RecreationEnding[]): Promise<SettledWishes> {
  const journal = await session.journal();
  const [list] = await Promise.all([freshList(session.labels, session.ended), journal.load()]);
  const successors = journal.entries.filter(({ recreatedAs }) => recreatedAs !== undefined);
  const settled = new Set(successors.map(({ label }) => label.id));
  const entries = endings.map(({ wish }) => wish.entry);
  const recreated = entries.filter(({ label }) => settled.has(label.id));
  // What may have come true is sent with its old key: only KirimChat knows whether the label of that name is its label.
  const certain = endings.filter(({ error }) => !failureIn(error)?.mayHaveTakenEffect).map(({ wish }) => wish.entry);
  const open = certain.filter(({ label }) => !settled.has(label.id));
  const { existing } = planRecreation(open, list.labels);
  const isSettled = new Set([...recreated, ...existing]);
  return { left: endings.filter(({ wish }) => !isSettled.has(wish.entry)), recreated, existing };
}
