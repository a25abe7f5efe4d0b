import { RequestCancelledError } from '../../../api/errors';
import type { Label } from '../../../api/schema';
import type { LabelStoreChange } from '../../../labels/labelStore';
import type { Session } from '../../../accounts/session';
import { OperationError } from '../../errors';
import { inOrganization } from '../../messages/place';
import { namesakesOf } from '../../messages/teamNames';
import { labelRow } from './labelRow';
import { SearchList, type SearchRow } from './searchList';
import { l10n } from '../../l10n';

interface LabelRow extends SearchRow {
  readonly chosen: Label;
}

/** Which labels are asked for. */
interface Offer {
  readonly title: string;
  /** What is said where there are labels, but none to offer. */
  readonly none: string;
  /** Asked for each label. */
  readonly isOffered: (label: Label) => boolean;
  /** Only one can be picked. */
  readonly isSingle?: boolean;
}

/**
 * Asks for labels in a list with search. Opens at once and fills while the labels are still loading.
 *
 * @throws CancellationError when nothing is picked, or the session ends; OperationError when the labels cannot be loaded.
 */
export async function pickLabels(
  session: Session,
  { title, none, isOffered, isSingle = false }: Offer,
): Promise<readonly Label[]> {
  const { labels, ended } = session;
  const list = new SearchList<LabelRow>(title, { isSingle });
  const update = ({ kind }: Pick<LabelStoreChange, 'kind'>) => {
    if (kind !== 'state') {
      list.show(rowsOf(labels.labels, isOffered));
    }
    const isLoading = labels.state.kind === 'loading';
    const empty = labels.labels.length > 0 ? none : l10n.t('There are no labels');
    list.say(isLoading, isLoading || !list.isEmpty ? l10n.t('Type to search for labels') : empty);
  };
  update({ kind: 'rows' });
  const subscription = labels.onDidChange(update);
  try {
    const picked = await Promise.race([list.pick(ended), failureToLoad(session)]);
    return picked.map(({ chosen }) => chosen);
  } finally {
    subscription.dispose();
    list.dispose();
  }
}

/** Rejects when there are no labels because they could not be loaded; else it never settles. */
async function failureToLoad(session: Session): Promise<never> {
  const { labels } = session;
  await (labels.state.kind === 'failed' ? labels.refresh() : labels.firstRows());
  const { state } = labels;
  if (state.kind === 'failed' && labels.labels.length === 0 && !(state.error instanceof RequestCancelledError)) {
    throw new OperationError(inOrganization(session, l10n.t('The labels could not be loaded.')), state.error);
  }
  return new Promise(() => undefined);
}

function rowsOf(labels: readonly Label[], isOffered: (label: Label) => boolean): LabelRow[] {
  const namesakes = namesakesOf(labels);
  return labels.filter(isOffered).map((label) => ({ chosen: label, ...labelRow(label, namesakes) }));
}
