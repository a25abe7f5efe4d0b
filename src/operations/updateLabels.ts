import { isSameName } from '../api/sameName';
import type { Label, LabelChange } from '../api/schema';
import type { RunOptions, RunRecorder } from '../journal/entry';
import type { Journal } from '../journal/journal';
import { mayBeGone } from './failure';
import type { Operation, OperationItem } from './operation';
import { hasSameNameAndColor } from './recheck/sameLabel';

/** A label, and the name and color that it is to have. */
export interface LabelUpdate extends OperationItem {
  readonly name: string;
  readonly color: string;
}

/** What tells one kind of update from another. */
interface UpdateKind<T extends LabelUpdate> {
  readonly activity: 'retiring' | 'restoring' | 'renaming' | 'recoloring';
  /** What labels are to be called now. Those that it is not for any more are left out. */
  plan(labels: readonly Label[]): Promise<readonly T[]> | readonly T[];
  /**
   * Whether the user need not be asked about this.
   *
   * @param agreed what the user has agreed to for that label.
   */
  isAgreed(update: T, agreed: T): boolean;
  startRun(labels: readonly Label[], journal: Journal, options: RunOptions): Promise<RunRecorder>;
}

/** Gives labels other names and colors. They keep their ids and what they are attached to (API: Labels, PATCH). */
export function updateOperation<T extends LabelUpdate>(kind: UpdateKind<T>): Operation<T> {
  return {
    activity: kind.activity,
    startRun: (labels, journal, options) => kind.startRun(labels, journal, options),
    recheck: {
      isSame: hasSameNameAndColor,
      replan: async (items, { current, unreadable }) => {
        const planned = await kind.plan(current);
        const agreed = new Map(items.map((item) => [item.label.id, item]));
        const isAgreed = planned.every((update) => {
          const item = agreed.get(update.label.id);
          return item !== undefined && kind.isAgreed(update, item);
        });
        return { items: planned, isAgreed: isAgreed && planned.length > 0 && unreadable.length === 0 };
      },
    },
    send: (update, client, options) => client.updateLabel(update.label.id, changeOf(update), options),
    apply: (_update, { label }, labels) => {
      if (label) {
        labels.put(label);
      }
    },
    // The list knows what the label is called, and which label has the name that was refused.
    needsList: (failure) => mayBeGone(failure) || failure.kind === 'invalidRequest',
    settle: (update, failure, list) => {
      const { id } = update.label;
      if (!mayBeGone(failure)) {
        return { status: 'failed' };
      }
      switch (list?.presenceOf(id) ?? 'unknown') {
        case 'unknown':
          return { status: 'inDoubt' };
        case 'absent':
          return { status: 'alreadyGone', outcome: 'alreadyGone' };
        case 'present': {
          const current = list?.get(id);
          // That a label is as it was settles nothing for the journal: KirimChat may carry out later what it has not answered.
          return failure.mayHaveTakenEffect && current && isWritten(current, changeOf(update))
            ? { status: 'done', current, outcome: 'done' }
            : { status: 'failed' };
        }
      }
    },
  };
}

/** What is sent. What is to stay is left out: where others have changed it a moment ago, it is not written over. */
function changeOf({ label, name, color }: LabelUpdate): LabelChange {
  return { ...(name !== label.name && { name }), ...(color !== label.color && { color }) };
}

function isWritten(current: Label, { name, color }: LabelChange): boolean {
  return (name === undefined || isSameName(current.name, name)) && (color === undefined || current.color === color);
}
