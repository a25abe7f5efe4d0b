import { l10n } from 'vscode';
import { systemClock } from '../api/clock';
import type { Label } from '../api/schema';
import { Countdown } from '../labels/countdown';
import type { RowClaim } from '../labels/rowActivities';
import { readUndoSeconds } from '../session/configuration';
import type { Session } from '../session/session';
import { duration } from '../ui/duration';
import { nameOrCount } from '../ui/names';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';

interface Undoable {
  /** The labels that were not taken out. */
  readonly kept: readonly Label[];
  /** Aborted when Undo is pressed later than that: what has not been sent yet stays. */
  readonly undone: AbortSignal;
  /** The deletion is over: from now on Undo is too late. */
  end(): void;
}

/** Lets the time pass in which a confirmed deletion can be undone; none where the setting says so. */
export async function waitForUndo(
  { notices }: CommandContext,
  session: Session,
  labels: readonly Label[],
  claim: RowClaim,
): Promise<Undoable> {
  const late = new AbortController();
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  const seconds = readUndoSeconds();
  if (seconds === 0) {
    return { kept: labels, undone: late.signal, end };
  }
  const countdown = new Countdown(claim, systemClock);
  const undo = () => {
    if (session.countdowns.has(countdown)) {
      countdown.undo(countdown.ids);
    } else if (isOver) {
      tellDone(l10n.t('It is too late to undo that. What was deleted is in Recently Deleted.'));
    } else {
      late.abort();
      tellDone(l10n.t('It is late to undo: only what was not sent yet stays.'));
    }
  };
  session.countdowns.add(countdown);
  notices.tell('done', l10n.t('Deleting {0} in {1}.', nameOrCount(labels), duration(seconds)), {
    title: l10n.t('Undo'),
    run: undo,
  });
  try {
    const kept = new Set(await countdown.run(seconds));
    if (kept.size === 0) {
      end();
      tellDone(
        session.ended.aborted ? l10n.t('Signed out: nothing was deleted.') : l10n.t('Undone: nothing was deleted.'),
      );
    }
    return { kept: labels.filter(({ id }) => kept.has(id)), undone: late.signal, end };
  } finally {
    session.countdowns.delete(countdown);
  }
}
