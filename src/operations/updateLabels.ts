import { isSameName } from '../api/sameName';
import type { Label } from '../api/schema';
import type { RunRecorder } from '../journal/entry';
import type { Journal } from '../journal/journal';
import { mayBeGone } from './failure';
import type { Operation } from './operation';
import type { LabelUpdate } from './retirement';
import { hasSameNameAndColor } from './sameLabel';

/** What tells one kind of update from another. */
interface UpdateKind {
  readonly activity: 'retiring' | 'restoring';
  /** What labels are to be called now. Those that it is not for any more are left out. */
  plan(labels: readonly Label[]): Promise<readonly LabelUpdate[]> | readonly LabelUpdate[];
  /** Whether the user need not be asked about such a name. */
  isExpected(update: LabelUpdate): boolean;
  startRun(labels: readonly Label[], journal: Journal, begins: boolean): Promise<RunRecorder>;
}

/** Gives labels other names and colors. They keep their ids and what they are attached to (API: Labels, PATCH). */
export function updateOperation(kind: UpdateKind): Operation<LabelUpdate> {
  return {
    activity: kind.activity,
    startRun: (labels, journal, begins) => kind.startRun(labels, journal, begins),
    recheck: {
      isSame: hasSameNameAndColor,
      replan: async (items, { current, unreadable }) => {
        const planned = await kind.plan(current);
        const names = new Map(items.map(({ label, name }) => [label.id, name]));
        const isAgreed = planned.every(
          (update) => kind.isExpected(update) || names.get(update.label.id) === update.name,
        );
        return { items: planned, isAgreed: isAgreed && planned.length > 0 && unreadable.length === 0 };
      },
    },
    send: ({ label, name, color }, client, options) => client.updateLabel(label.id, { name, color }, options),
    apply: (_update, { label }, labels) => {
      if (label) {
        labels.put(label);
      }
    },
    // The list knows what the label is called, and which label has the name that was refused.
    needsList: (failure) => mayBeGone(failure) || failure.kind === 'invalidRequest',
    settle: ({ label, name, color }, failure, list) => {
      if (!mayBeGone(failure)) {
        return { status: 'failed' };
      }
      switch (list?.presenceOf(label.id) ?? 'unknown') {
        case 'unknown':
          return { status: 'inDoubt' };
        case 'absent':
          return { status: 'alreadyGone', outcome: 'alreadyGone' };
        case 'present': {
          const current = list?.get(label.id);
          const isWritten = current && isSameName(current.name, name) && current.color === color;
          // That a label is as it was settles nothing for the journal: KirimChat may carry out later what it has not answered.
          return failure.mayHaveTakenEffect && isWritten
            ? { status: 'done', current, outcome: 'done' }
            : { status: 'failed' };
        }
      }
    },
  };
}
