import { l10n } from 'vscode';
import { systemClock } from '../api/clock';
import type { Label } from '../api/schema';
import { Countdown } from '../labels/countdown';
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
}

/** Lets the time pass in which a confirmed deletion can be undone; none where the setting says so. */
export async function waitForUndo(
  { notices }: CommandContext,
  session: Session,
  labels: readonly Label[],
): Promise<Undoable> {
  const late = new AbortController();
  const seconds = readUndoSeconds();
  if (seconds === 0 || labels.length === 0) {
    return { kept: labels, undone: late.signal };
  }
  const countdown = new Countdown(
    labels.map(({ id }) => id),
    session.labels,
    systemClock,
  );
  const undo = () => {
    if (session.countdowns.has(countdown)) {
      countdown.undo(countdown.ids);
    } else {
      late.abort();
      tellDone(l10n.t('It is late to undo: only what was not deleted yet stays.'));
    }
  };
  session.countdowns.add(countdown);
  notices.tell('done', l10n.t('Deleting {0} in {1}.', nameOrCount(labels), duration(seconds)), {
    title: l10n.t('Undo'),
    run: undo,
  });
  try {
    const kept = new Set(await countdown.run(seconds));
    return { kept: labels.filter(({ id }) => kept.has(id)), undone: late.signal };
  } finally {
    session.countdowns.delete(countdown);
  }
}
