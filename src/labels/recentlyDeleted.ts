import type { JournalEntry } from '../journal/entry';
import type { LabelStore } from './labelStore';

/**
 * What can be created again: the labels that are gone and have no successor, each once, in the order of the entries.
 *
 * @param store has the last word on what is in doubt, with the last list that was loaded to its end. Until there is one, and
 * where a record of it cannot be read, such a label may still be there.
 */
export function recentlyDeleted(
  entries: readonly JournalEntry[],
  { latest, labels }: Pick<LabelStore, 'latest' | 'labels'>,
): readonly JournalEntry[] {
  const listed = new Set(labels.map(({ id }) => id));
  // Ids are never reused: a label that was created again once is settled, however often it was tried to delete it.
  const settled = new Set(entries.flatMap(({ recreatedAs, label }) => (recreatedAs === undefined ? [] : label.id)));
  return entries.filter(({ act, label, outcome }) => {
    const isCertain = outcome === 'done' || outcome === 'alreadyGone';
    const isGone = isCertain || (outcome !== 'failed' && latest?.presenceOf(label.id) === 'absent');
    if (act !== 'delete' || !isGone || listed.has(label.id) || settled.has(label.id)) {
      return false;
    }
    settled.add(label.id);
    return true;
  });
}
