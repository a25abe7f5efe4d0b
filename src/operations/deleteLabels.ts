import { mayBeGone } from './failure';
import { hasChanged } from './recheck/labelChanges';
import type { Operation, OperationItem } from './operation';
import { hasSameName } from './recheck/sameLabel';

/**
 * Deletes labels for good. A label that is gone stays gone in the view, whatever a list that is on its way says: ids are
 * never reused (API: Labels).
 */
export const deleteOperation: Operation<OperationItem> = {
  activity: 'deleting',
  recheck: {
    isSame: hasSameName,
    replan: (_items, changes) => ({
      items: changes.current.map((label) => ({ label })),
      isAgreed: !hasChanged(changes),
    }),
  },
  startRun: (labels, journal, options) => journal.startRun('delete', labels, options),
  send: ({ label }, client, options) => client.deleteLabel(label.id, options),
  apply: ({ label }, _written, labels) => {
    labels.remove(label.id, true);
  },
  needsList: mayBeGone,
  settle: ({ label }, failure, list) => {
    switch (list?.presenceOf(label.id) ?? 'unknown') {
      case 'unknown':
        return { status: 'inDoubt' };
      case 'absent':
        return failure.mayHaveTakenEffect
          ? { status: 'done', outcome: 'done' }
          : { status: 'alreadyGone', outcome: 'alreadyGone' };
      case 'present':
        // KirimChat may carry out later what it has not answered: then the label has to be found in the journal.
        return { status: 'failed', outcome: failure.mayHaveTakenEffect ? undefined : 'failed' };
    }
  },
};
