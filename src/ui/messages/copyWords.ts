import { l10n } from 'vscode';
import type { Session } from '../../accounts/session';
import type { Label } from '../../api/schema';
import type { CreateRequest } from '../../operations/createLabels';
import { CREATE_WORDS } from './createWords';
import type { OperationWords } from './operationWords';
import { organizationOf } from './place';
import { namesIn } from './names';
import { quoted } from './plainText';

/** Which labels an organization has already, so that they are not created; empty where there are none. */
export function describeLeftOut(existing: readonly Label[], target: Session): string {
  const names = namesIn(target, existing);
  const [only] = existing.length === 1 ? existing : [];
  if (existing.length === 0) {
    return '';
  }
  return only
    ? l10n.t('{0} has a label {1} already, so it is left out.', organizationOf(target), names.of(only))
    : l10n.t(
        '{0} has labels of these names already, so they are left out: {1}.',
        organizationOf(target),
        names.some.join(', '),
      );
}

/** What is said about labels that are created in another organization than the one they are in. */
export function copyWords(target: Session): OperationWords<CreateRequest> {
  const place = organizationOf(target);
  return {
    ...CREATE_WORDS,
    doing: ([first, ...more]) =>
      first && more.length === 0
        ? l10n.t('Creating label {0} in {1}', quoted(first.label.name), place)
        : l10n.t('Creating {0} labels in {1}', more.length + 1, place),
    cancelled: () => l10n.t('Cancelled: nothing was created in {0}.', place),
    failed: ([first, ...more]) =>
      first && more.length === 0
        ? l10n.t('Label {0} was not created in {1}.', quoted(first.label.name), place)
        : l10n.t('The {0} labels were not created in {1}.', more.length + 1, place),
    inDoubt: ({ label }) => l10n.t('It is not certain that label {0} was created in {1}.', quoted(label.name), place),
    done: ([first, ...more]) =>
      first && more.length === 0
        ? l10n.t('Created {0} in {1}. It is attached to nothing yet.', quoted(first.item.label.name), place)
        : l10n.t('Created {0} labels in {1}. They are attached to nothing yet.', more.length + 1, place),
    partly: (done, { length }) => l10n.t('Created {0} of {1} labels in {2}.', done, length, place),
    exists: (requests) =>
      requests.length === 1
        ? l10n.t('{0} has a label of this name already.', place)
        : l10n.t('{0} has labels of these names already.', place),
    nothingLeft: () => l10n.t('There is nothing left to create in {0}.', place),
  };
}
