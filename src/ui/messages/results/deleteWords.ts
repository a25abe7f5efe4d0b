import type { ItemStatus, OperationItem } from '../../../operations/operation';
import { nameIn, namesIn } from '../names';
import { isolated, quoted } from '../plainText';
import { commonHeading, type OperationWords } from './operationWords';
import { l10n } from '../../l10n';

export const DELETE_WORDS: OperationWords<OperationItem> = {
  doing: (items, organization) =>
    namesIn(
      organization,
      items.map(({ label }) => label),
    ).oneOrMany({
      one: (name) => l10n.t('Deleting label {0}', name),
      many: (count) => l10n.t('Deleting {0} labels', count),
    }),
  cancelled: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Cancelled. Label {0} was not deleted.', nameIn(organization, first.label))
      : l10n.t('Cancelled: nothing was deleted.'),
  failed: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Label {0} was not deleted.', nameIn(organization, first.label))
      : l10n.t('The {0} labels were not deleted.', more.length + 1),
  inDoubt: ({ label }, organization) =>
    l10n.t('It is not certain that label {0} was deleted.', nameIn(organization, label)),
  done: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Deleted label {0}.', nameIn(organization, first.item.label))
      : l10n.t('Deleted {0} labels.', more.length + 1),
  partly: (done, { length }) => l10n.t('Deleted {0} of {1} labels.', done, length),
  changed: ({ label }, current, organization) =>
    l10n.t('Label {0} was not deleted: it is called {1} now.', nameIn(organization, label), quoted(current.name)),
  nothingLeft: () => l10n.t('There is nothing left to delete.'),
  reportTitle: () => l10n.t('Deleted Labels'),
  heading,
  // That it is still there goes without saying next to a number; not where nothing was even tried.
  countHeading: (status) => (status === 'failed' ? commonHeading(status) : heading(status)),
  reportLine: ({ item: { label }, status, current }) => [
    isolated(label.name),
    isolated(label.id),
    ...(status === 'changed' && current ? [l10n.t('Now called {0}.', quoted(current.name))] : []),
  ],
};

const HEADINGS: Partial<Record<ItemStatus, () => string>> = {
  done: () => l10n.t('Deleted'),
  changed: () => l10n.t('Renamed meanwhile, so still there'),
  unchecked: () => l10n.t('Could not be checked again, so still there'),
  failed: () => l10n.t('Failed, so still there'),
  notStarted: () => l10n.t('Not started, so still there'),
};

function heading(status: ItemStatus): string {
  return HEADINGS[status]?.() ?? commonHeading(status);
}
