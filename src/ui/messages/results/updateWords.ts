import type { ItemResult, ItemStatus } from '../../../operations/operation';
import type { LabelUpdate } from '../../../operations/updateLabels';
import { colorName } from '../../color';
import { nameIn, namesIn } from '../names';
import { isolated, quoted } from '../plainText';
import { commonHeading, type OperationWords } from './operationWords';
import { l10n } from '../../l10n';

/** What retiring and restoring have in common. */
const UPDATE_WORDS = {
  heading: (status: ItemStatus) => (status === 'done' ? l10n.t('Renamed') : commonHeading(status)),
  reportLine: ({ item: { label, name } }: ItemResult<LabelUpdate>) => [
    `${quoted(label.name)} → ${quoted(name)}`,
    isolated(label.id),
  ],
};

function labelsOf(updates: readonly LabelUpdate[]) {
  return updates.map(({ label }) => label);
}

export const RETIRE_WORDS: OperationWords<LabelUpdate> = {
  ...UPDATE_WORDS,
  doing: (updates, organization) =>
    namesIn(organization, labelsOf(updates)).oneOrMany({
      one: (name) => l10n.t('Retiring label {0}', name),
      many: (count) => l10n.t('Retiring {0} labels', count),
    }),
  done: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Retired {0}. Its contacts and conversations keep it.', nameIn(organization, first.item.label))
      : l10n.t('Retired {0} labels. Their contacts and conversations keep them.', more.length + 1),
  partly: (done, { length }) => l10n.t('Retired {0} of {1} labels.', done, length),
  failed: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Label {0} was not retired.', nameIn(organization, first.label))
      : l10n.t('The {0} labels were not retired.', more.length + 1),
  inDoubt: ({ label }, organization) =>
    l10n.t('It is not certain that label {0} was retired.', nameIn(organization, label)),
  changed: ({ label }, current, organization) =>
    label.name === current.name
      ? l10n.t('Label {0} was not retired: its color has changed meanwhile.', nameIn(organization, label))
      : l10n.t('Label {0} was not retired: it is called {1} now.', nameIn(organization, label), quoted(current.name)),
  cancelled: () => l10n.t('Cancelled: nothing was retired.'),
  nothingLeft: () => l10n.t('Nothing is left to retire: it was done elsewhere meanwhile.'),
  reportTitle: () => l10n.t('Retired Labels'),
};

export const RESTORE_WORDS: OperationWords<LabelUpdate> = {
  ...UPDATE_WORDS,
  doing: (updates, organization) =>
    namesIn(organization, labelsOf(updates)).oneOrMany({
      one: (name) => l10n.t('Restoring label {0}', name),
      many: (count) => l10n.t('Restoring {0} labels', count),
    }),
  done: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Restored {0}.', namesIn(organization, [first.item.label]).of(first.item.label, first.item.name))
      : l10n.t('Restored {0} labels.', more.length + 1),
  partly: (done, { length }) => l10n.t('Restored {0} of {1} labels.', done, length),
  failed: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Label {0} was not restored.', nameIn(organization, first.label))
      : l10n.t('The {0} labels were not restored.', more.length + 1),
  inDoubt: ({ label }, organization) =>
    l10n.t('It is not certain that label {0} was restored.', nameIn(organization, label)),
  changed: ({ label }, current, organization) =>
    label.name === current.name
      ? l10n.t('Label {0} was not restored: its color has changed meanwhile.', nameIn(organization, label))
      : l10n.t('Label {0} was not restored: it is called {1} now.', nameIn(organization, label), quoted(current.name)),
  cancelled: () => l10n.t('Cancelled: nothing was restored.'),
  nothingLeft: () => l10n.t('Nothing is left to restore: it was done elsewhere meanwhile.'),
  reportTitle: () => l10n.t('Restored Labels'),
};

export const RENAME_WORDS: OperationWords<LabelUpdate> = {
  ...UPDATE_WORDS,
  doing: (updates, organization) =>
    namesIn(organization, labelsOf(updates)).oneOrMany({
      one: (name) => l10n.t('Renaming label {0}', name),
      many: (count) => l10n.t('Renaming {0} labels', count),
    }),
  done: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t(
          'Renamed {0} to {1}. Contacts and conversations keep the label.',
          nameIn(organization, first.item.label),
          quoted(first.current?.name ?? first.item.name),
        )
      : l10n.t('Renamed {0} labels. Contacts and conversations keep them.', more.length + 1),
  partly: (done, { length }) => l10n.t('Renamed {0} of {1} labels.', done, length),
  failed: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Label {0} was not renamed.', nameIn(organization, first.label))
      : l10n.t('The {0} labels were not renamed.', more.length + 1),
  inDoubt: ({ label }, organization) =>
    l10n.t('It is not certain that label {0} was renamed.', nameIn(organization, label)),
  changed: ({ label }, current, organization) =>
    label.name === current.name
      ? l10n.t('Label {0} was not renamed: its color has changed meanwhile.', nameIn(organization, label))
      : l10n.t('Label {0} was not renamed: it is called {1} now.', nameIn(organization, label), quoted(current.name)),
  cancelled: () => l10n.t('Cancelled: nothing was renamed.'),
  nothingLeft: () => l10n.t('Nothing is left to rename: it was done elsewhere meanwhile.'),
  reportTitle: () => l10n.t('Renamed Labels'),
};

export const RECOLOR_WORDS: OperationWords<LabelUpdate> = {
  doing: (updates, organization) =>
    namesIn(organization, labelsOf(updates)).oneOrMany({
      one: (name) => l10n.t('Changing the color of label {0}', name),
      many: (count) => l10n.t('Changing the color of {0} labels', count),
    }),
  done: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t(
          'Changed the color of {0} to {1}.',
          nameIn(organization, first.item.label),
          colorName(first.current?.color ?? first.item.color),
        )
      : l10n.t('Changed the color of {0} labels to {1}.', more.length + 1, colorName(first?.item.color ?? '')),
  partly: (done, { length }) => l10n.t('Changed the color of {0} of {1} labels.', done, length),
  failed: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Label {0} was not recolored.', nameIn(organization, first.label))
      : l10n.t('The {0} labels were not recolored.', more.length + 1),
  inDoubt: ({ label }, organization) =>
    l10n.t('It is not certain that label {0} was recolored.', nameIn(organization, label)),
  changed: ({ label }, current, organization) =>
    label.name === current.name
      ? l10n.t('Label {0} was not recolored: it is {1} now.', nameIn(organization, label), colorName(current.color))
      : l10n.t('Label {0} was not recolored: it is called {1} now.', nameIn(organization, label), quoted(current.name)),
  cancelled: () => l10n.t('Cancelled: no color was changed.'),
  nothingLeft: () => l10n.t('Nothing is left to recolor: there is no other color than that.'),
  reportTitle: () => l10n.t('Recolored Labels'),
  heading: (status) => (status === 'done' ? l10n.t('Recolored') : commonHeading(status)),
  reportLine: ({ item: { label, color } }) => [
    `${quoted(label.name)}: ${colorName(label.color)} → ${colorName(color)}`,
    isolated(label.id),
  ],
};
