import type { Label } from '../../../api/schema';
import type { ItemResult, ItemStatus, OperationItem } from '../../../operations/operation';
import { nameIn, type Organization } from '../names';
import { l10n } from '../../l10n';

/** What is said about one kind of operation. Each is a whole sentence, but for titles and headings. */
export interface OperationWords<T extends OperationItem> {
  /** Title of the progress notice. */
  doing(items: readonly T[], organization: Organization): string;
  /** Cancelled before anything was sent. */
  cancelled(items: readonly T[], organization: Organization): string;
  failed(items: readonly T[], organization: Organization): string;
  inDoubt(item: T, organization: Organization): string;
  /** All ended as it was asked for. */
  done(results: readonly ItemResult<T>[], organization: Organization): string;
  /** @param done how many of `results` ended as it was asked for. */
  partly(done: number, results: readonly ItemResult<T>[]): string;
  /** The label is no longer what was confirmed. */
  changed(item: T, current: Label, organization: Organization): string;
  exists?(items: readonly T[], organization: Organization): string;
  /** There is nothing left that it could be done to. */
  nothingLeft(): string;
  /** Title of the report. */
  reportTitle(): string;
  heading(status: ItemStatus): string;
  /** How many ended so, in the summary; as the heading where it is left out. */
  countHeading?(status: ItemStatus): string;
  /** A label in the report: its name, its id, what else there is to say. */
  reportLine(result: ItemResult<T>): readonly string[];
}

/** How labels ended, where the words are the same for all operations. */
export function commonHeading(status: ItemStatus): string {
  switch (status) {
    case 'done':
      return l10n.t('Done');
    case 'alreadyGone':
      return l10n.t('Already gone');
    case 'exists':
      return l10n.t('Name already in use');
    case 'changed':
      return l10n.t('Changed meanwhile, so left as it is');
    case 'unchecked':
      return l10n.t('Could not be checked again, so left as it is');
    case 'busy':
      return l10n.t('Left out, since something else is happening to it');
    case 'failed':
      return l10n.t('Failed');
    case 'inDoubt':
      return l10n.t('Not certain');
    case 'notStarted':
      return l10n.t('Not started');
  }
}

export function describeAlreadyGone(labels: readonly Label[], organization: Organization): string {
  const [first] = labels;
  return labels.length === 1 && first
    ? l10n.t('Label {0} was already deleted.', nameIn(organization, first))
    : l10n.t('The {0} labels were already deleted.', labels.length);
}

export function describeBusy(labels: readonly Label[], organization: Organization): string {
  const [first] = labels;
  return labels.length === 1 && first
    ? l10n.t('Something is happening to label {0} already.', nameIn(organization, first))
    : l10n.t('Something is happening to these {0} labels already.', labels.length);
}
