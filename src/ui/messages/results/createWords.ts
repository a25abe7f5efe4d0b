import { joined } from '../../../common/joined';
import type { Label } from '../../../api/schema';
import type { CreateRequest } from '../../../operations/createLabels';
import type { ItemResult, ItemStatus } from '../../../operations/operation';
import { deletedNamesIn, nameIn, type Organization } from '../names';
import { isolated, quoted } from '../plainText';
import { commonHeading, type OperationWords } from './operationWords';
import { l10n } from '../../l10n';

/** What is said about deleted labels that are created again. */
export const CREATE_AGAIN_WORDS: OperationWords<CreateRequest> = {
  doing: (requests, organization) =>
    deletedNamesIn(organization, labelsOf(requests)).oneOrMany({
      one: (name) => l10n.t('Creating label {0} again', name),
      many: (count) => l10n.t('Creating {0} labels again', count),
    }),
  cancelled: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Cancelled. Label {0} was not created.', nameOf(first.label, organization))
      : l10n.t('Cancelled: nothing was created.'),
  failed: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Label {0} was not created again.', nameOf(first.label, organization))
      : l10n.t('The {0} labels were not created again.', more.length + 1),
  inDoubt: ({ label }, organization) =>
    l10n.t('It is not certain that label {0} was created again.', nameOf(label, organization)),
  done: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Created {0} again. It has a new ID and is attached to nothing yet.', newNameOf(first, organization))
      : l10n.t('Created {0} labels again. They have new IDs and are attached to nothing yet.', more.length + 1),
  partly: (done, { length }) => {
    switch (done) {
      case 0:
        return l10n.t('None of the {0} labels was created again.', length);
      case 1:
        return l10n.t('Created {0} of {1} labels again. It has a new ID and is attached to nothing yet.', done, length);
      default:
        return l10n.t(
          'Created {0} of {1} labels again. They have new IDs and are attached to nothing yet.',
          done,
          length,
        );
    }
  },
  changed: ({ label }, _current, organization) =>
    l10n.t('Label {0} was not created again.', nameOf(label, organization)),
  exists: (requests, organization) => describeExisting(labelsOf(requests), organization),
  nothingLeft: () => l10n.t('There is nothing left to create again.'),
  reportTitle: () => l10n.t('Labels Created Again'),
  heading: (status: ItemStatus) => (status === 'done' ? l10n.t('Created again') : commonHeading(status)),
  reportLine: ({ item: { label }, status, current }) => [
    isolated(label.name),
    status === 'done' && current ? `${isolated(label.id)} → ${isolated(current.id)}` : isolated(label.id),
  ],
};

/** What is said about labels that are new: they are called as they were typed, and which team has them may not be known. */
export const CREATE_WORDS: OperationWords<CreateRequest> = {
  doing: ([first, ...more]) =>
    first && more.length === 0
      ? l10n.t('Creating label {0}', quoted(first.label.name))
      : l10n.t('Creating {0} labels', more.length + 1),
  cancelled: ([first, ...more]) =>
    first && more.length === 0
      ? l10n.t('Cancelled. Label {0} was not created.', quoted(first.label.name))
      : l10n.t('Cancelled: nothing was created.'),
  failed: ([first, ...more]) =>
    first && more.length === 0
      ? l10n.t('Label {0} was not created.', quoted(first.label.name))
      : l10n.t('The {0} labels were not created.', more.length + 1),
  inDoubt: ({ label }) => l10n.t('It is not certain that label {0} was created.', quoted(label.name)),
  done: ([first, ...more], organization) =>
    first && more.length === 0
      ? l10n.t('Created {0}. It is attached to nothing yet.', newNameOf(first, organization))
      : l10n.t('Created {0} labels. They are attached to nothing yet.', more.length + 1),
  partly: (done, { length }) => l10n.t('Created {0} of {1} labels.', done, length),
  changed: ({ label }) => l10n.t('Label {0} was not created.', quoted(label.name)),
  exists: ([first, ...more]) =>
    first && more.length === 0
      ? l10n.t('There is a label {0} already.', quoted(first.label.name))
      : l10n.t('There are labels of these {0} names already.', more.length + 1),
  nothingLeft: () => l10n.t('There is nothing left to create.'),
  reportTitle: () => l10n.t('Created Labels'),
  heading: (status: ItemStatus) => (status === 'done' ? l10n.t('Created') : commonHeading(status)),
  reportLine: ({ item: { label }, current }) => [isolated(label.name), isolated(current?.id ?? '–')],
};

function labelsOf(requests: readonly CreateRequest[]) {
  return requests.map(({ label }) => label);
}

function nameOf(label: Label, organization: Organization): string {
  return deletedNamesIn(organization, [label]).of(label);
}

/** Which names their teams have already, as a sentence. */
export function describeExisting(labels: readonly Label[], organization: Organization): string {
  const names = deletedNamesIn(organization, labels);
  const [first] = labels;
  return labels.length === 1 && first
    ? l10n.t('There is a label {0} already.', names.of(first))
    : l10n.t('There are labels with these names already: {0}.', names.some.join(', '));
}

/** Why labels are not created again that were to be. */
export function describeSettled(
  recreated: readonly Label[],
  existing: readonly Label[],
  organization: Organization,
): string {
  const names = deletedNamesIn(organization, recreated);
  const [first] = recreated;
  const already =
    recreated.length === 1 && first
      ? l10n.t('Label {0} was created again meanwhile.', names.of(first))
      : l10n.t('These labels were created again meanwhile: {0}.', names.some.join(', '));
  return joined([first && already, existing.length > 0 ? describeExisting(existing, organization) : '']);
}

/** As the new label is called: the deleted one, whose name may look the same, is not among the others that it is told from. */
function newNameOf({ item: { label }, current }: ItemResult<CreateRequest>, organization: Organization): string {
  const created = organization.labels.labels.find(({ id }) => id === current?.id);
  return created ? nameIn(organization, created) : deletedNamesIn(organization, [label]).of(label, current?.name);
}
