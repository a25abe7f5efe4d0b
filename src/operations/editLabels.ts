import type { Operation } from './operation';
import { hasSameName, hasSameNameAndColor } from './recheck/sameLabel';
import { type LabelUpdate, updateOperation } from './updateLabels';

/** Gives a label another name, which the user chose for it alone: asks again where it is called something else meanwhile. */
export function renameOperation(name: string): Operation<LabelUpdate> {
  return updateOperation({
    activity: 'renaming',
    plan: (labels) =>
      labels.filter((label) => label.name !== name).map((label) => ({ label, name, color: label.color })),
    isAgreed: (update, agreed) => hasSameName(update.label, agreed.label),
    startRun: (labels, journal, options) => journal.startRun('rename', labels, options),
  });
}

/** Gives labels another color. Those that have it already are left out. */
export function recolorOperation(color: string): Operation<LabelUpdate> {
  return updateOperation({
    activity: 'recoloring',
    plan: (labels) =>
      labels.filter((label) => label.color !== color).map((label) => ({ label, name: label.name, color })),
    isAgreed: (update, agreed) => hasSameNameAndColor(update.label, agreed.label),
    startRun: (labels, journal, options) => journal.startRun('recolor', labels, options),
  });
}
