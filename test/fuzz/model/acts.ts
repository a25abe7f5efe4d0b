import fc from 'fast-check';
import type { Label } from '../../../src/api/schema';
import { deleteLabel } from '../../../src/commands/delete/deleteLabel';
import { recreateLabel } from '../../../src/commands/create/recreateLabel';
import { restoreLabel } from '../../../src/commands/update/restoreLabel';
import { retireLabel } from '../../../src/commands/update/retireLabel';
import { undoDelete } from '../../../src/commands/delete/undoDelete';
import { recentlyDeleted } from '../../../src/labels/recentlyDeleted';
import { isRetired } from '../../../src/labels/retired';
import { anyEvent } from './events';
import { anAnswer, at, place, steps, where } from './steps';
import type { Window } from './window';
import type { World } from './world';

const PREFIX = '[retired] ';

type Command = (context: Window['context'], args: readonly unknown[]) => Promise<void>;

const onRows = (name: string, command: Command, accepts: (label: Label) => boolean = () => true) =>
  steps(name, where, ({ windows }, { window: number, places, answer }) => {
    const window = windows[number];
    const { session } = window ?? {};
    const rows = at(session?.labels.labels.filter(accepts) ?? [], places).map((label) => ({
      kind: 'label',
      label,
      session,
    }));
    if (window && rows.length > 0) {
      window.do(`${name} ${rows.map(({ label }) => label.name).join()}`, answer, () =>
        command(window.context, [rows[0], rows]),
      );
    }
  });

export const deleting = onRows('delete', deleteLabel);
const retiring = onRows('retire', retireLabel, (label) => !isRetired(label, PREFIX));

const recreate = steps('create again', where, async ({ windows }, { window: number, places, answer }) => {
  const window = windows[number];
  const session = window?.session;
  if (window && session) {
    const journal = await session.journal();
    const chosen = at(recentlyDeleted(journal.entries, session.labels), places);
    const rows = chosen.map((entry) => ({ kind: 'deletedLabel', entry, session }));
    if (rows.length > 0) {
      window.do('create again', answer, () => recreateLabel(window.context, [rows[0], rows]));
    }
  }
});

const refresh = steps(
  'refresh',
  fc.record({ window: fc.nat(1), how: fc.constantFrom('refresh', 'refreshAnew', 'refreshOnRequest') }),
  ({ windows }, { window, how }) => void windows[window]?.session?.labels[how](),
);

export const cancel = steps('cancel', place, ({ person }, number) => {
  const [running] = at(person.running, [number]);
  if (running) {
    running.cancel();
    if (running.act) {
      running.act.isStopped = true;
    }
  }
});

/** Whoever presses Undo has stopped what it belongs to; the other buttons begin something new. */
const press = steps(
  'press',
  fc.record({ number: place, button: place, answer: anAnswer }),
  ({ person, windows }, { number, button, answer }) => {
    const [notification] = at(person.notifications, [number]);
    const window = windows.find((candidate) => candidate.hasDone(notification?.act)) ?? windows[0];
    const offered = ['Undo', 'Retry', 'Retry Failed', 'Create Again', 'Restore'];
    const [action] = at(notification?.actions.filter(({ title }) => offered.includes(title)) ?? [], [button]);
    if (notification && action && window) {
      person.notifications.splice(person.notifications.indexOf(notification), 1);
      window.do(`press ${action.title}`, answer, () => action.run(), notification.act);
      if (action.title === 'Undo' && notification.act) {
        notification.act.isStopped = true;
      }
    }
  },
);

const undo = steps('undo', fc.nat(1), ({ windows }, number) => {
  const window = windows[number];
  window?.do('undo', { isYes: true, seconds: 0 }, () => undoDelete(window.context, []));
});

/** Everything that may happen, in any order. */
export const anySteps = fc.commands<object, World, false>(
  [
    deleting,
    deleting,
    retiring,
    onRows('restore', restoreLabel, (label) => isRetired(label, PREFIX)),
    recreate,
    refresh,
    cancel,
    press,
    press,
    undo,
    ...anyEvent,
  ],
  { maxCommands: 30, size: 'max' },
);
