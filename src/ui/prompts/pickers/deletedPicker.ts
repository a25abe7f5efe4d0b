import type { Label } from '../../../api/schema';
import type { JournalEntry } from '../../../journal/entry';
import type { Session } from '../../../accounts/session';
import { dateAndTime } from '../../messages/dateAndTime';
import { namesakesOf } from '../../messages/teamNames';
import { labelRow } from './labelRow';
import { SearchList, type SearchRow } from './searchList';
import { l10n } from '../../l10n';

interface DeletedRow extends SearchRow {
  readonly entry: JournalEntry;
}

/**
 * Asks for deleted labels in a list with search. Opens at once and fills when it is known what there is.
 *
 * @returns what was picked; nothing where there is nothing to pick.
 * @throws CancellationError when nothing is picked, or the session ends; what `load` throws.
 */
export async function pickDeleted(
  { ended, labels }: Session,
  title: string,
  load: () => Promise<readonly JournalEntry[]>,
): Promise<readonly JournalEntry[]> {
  const list = new SearchList<DeletedRow>(title);
  const placeholder = l10n.t('Type to search for deleted labels');
  list.say(true, placeholder);
  const fill = async (): Promise<readonly DeletedRow[]> => {
    const entries = await load();
    if (entries.length === 0) {
      return [];
    }
    list.show(rowsOf(entries, labels.labels));
    list.say(false, placeholder);
    return new Promise(() => undefined);
  };
  try {
    const picked = await Promise.race([list.pick(ended), fill()]);
    return picked.map(({ entry }) => entry);
  } finally {
    list.dispose();
  }
}

/** @param listed their teams count as well. */
function rowsOf(entries: readonly JournalEntry[], listed: readonly Label[]): DeletedRow[] {
  const namesakes = namesakesOf(
    entries.map(({ label }) => label),
    listed,
  );
  return entries.map((entry) => {
    const time = l10n.t('deleted {0}', dateAndTime(entry.endedAt ?? entry.startedAt));
    const row = labelRow(entry.label, namesakes, time);
    return { ...row, entry, key: `${entry.run}:${row.key}` };
  });
}
