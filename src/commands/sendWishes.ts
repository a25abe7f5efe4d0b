import { CancellationError, l10n } from 'vscode';
import { RequestCancelledError } from '../api/errors';
import { failureIn } from '../labels/deletion';
import type { RecreationParts, Wish } from '../labels/recreation';
import {
  recreateAll,
  recreateOne,
  type RecreationEnding,
  type RecreationResult,
  wishAgain,
} from '../labels/recreationEndings';
import type { Session } from '../session/session';
import { describeExisting, describeRecreations, reportRecreations } from '../ui/describeRecreations';
import { OperationError } from '../ui/errors';
import { nameOrCount } from '../ui/names';
import { quoted } from '../ui/plainText';
import { ProgressNotice } from '../ui/progressNotice';
import { RunNotice } from '../ui/runProgress';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';
import { tellRun } from './tellRun';

/** Creates labels again that a person said yes to, and says how that ended. */
export async function sendWishes(context: CommandContext, session: Session, wishes: readonly Wish[]): Promise<void> {
  const { client, labels } = session;
  const parts = { client, labels, journal: await session.journal(), record: context.record };
  const [only] = wishes.length === 1 ? wishes : [];
  await (only ? sendOne(context, session, only, parts) : sendMany(context, session, wishes, parts));
}

/** Takes no turn: what a person asked for one label may use the reserve. */
async function sendOne(context: CommandContext, session: Session, wish: Wish, parts: RecreationParts): Promise<void> {
  const notice = new ProgressNotice(title([wish]), session.ended);
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
  const notice = new RunNotice(title(wishes), session.ended);
  notice.onProgress({ done: 0, total: wishes.length });
  try {
    const { onProgress, cancelled: signal } = notice;
    tellMany(context, session, await recreateAll(wishes, parts, { pace: await session.pace(), signal, onProgress }));
  } finally {
    notice.dispose();
  }
}

function title(wishes: readonly Wish[]): string {
  return l10n.t('Creating {0} again', nameOrCount(wishes.map(({ entry }) => entry.label)));
}

/** @throws OperationError when it was not created; CancellationError when nobody wants to hear about it. */
function tellOne(context: CommandContext, session: Session, result: RecreationEnding): void {
  const { wish, ending, error } = result;
  const name = quoted(wish.entry.label.name);
  if (ending === 'created') {
    context.notices.tell('done', describeRecreations([result], undefined));
  } else if (ending === 'exists') {
    context.notices.tell('partly', describeExisting([wish.entry]));
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
  const summary = describeRecreations(endings, stoppedBy);
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
  const ids = endings.map(({ wish }) => wish.entry.label.id);
  await session.questions.run(ids, (free) => {
    const wishes = endings.map(wishAgain).filter(({ entry }) => free.has(entry.label.id));
    return sendWishes(context, session, wishes);
  });
}
