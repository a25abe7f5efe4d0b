import { l10n } from 'vscode';
import type { ItemResult, ItemStatus } from '../../operations/operation';
import type { LabelUpdate } from '../../operations/updateLabels';
import { nameIn, namesIn } from './names';
import { isolated, quoted } from './plainText';
import { commonHeading, type OperationWords } from './operationWords';

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
  doing: (updates, organization) => l10n.t('Retiring {0}', namesIn(organization, labelsOf(updates)).orCount),
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
  doing: (updates, organization) => l10n.t('Restoring {0}', namesIn(organization, labelsOf(updates)).orCount),
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
