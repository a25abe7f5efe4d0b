import type { JournalEntry } from './journal/entry';
import type { LabelStore } from './labelStore';

/**
 * What can be created again: the labels that are gone and have no successor, each once, in the order of the entries.
 *
 * @param store has the last word on what is in doubt, as soon as it was loaded. Until then such a label may still be there.
 */
export function recentlyDeleted(
  entries: readonly JournalEntry[],
  { state, labels }: Pick<LabelStore, 'state' | 'labels'>,
): readonly JournalEntry[] {
  const listed = new Set(labels.map(({ id }) => id));
  // A list that is being loaded again, or could not be, leaves the rows of the one before.
  const isKnown = state.kind === 'loaded' || (state.kind !== 'notLoaded' && labels.length > 0);
  // Ids are never reused: a label that was created again once is settled, however often it was tried to delete it.
  const settled = new Set(entries.flatMap(({ recreatedAs, label }) => (recreatedAs === undefined ? [] : label.id)));
  return entries.filter(({ act, label, outcome }) => {
    const isCertain = outcome === 'done' || outcome === 'alreadyGone';
    const isGone = isCertain || (outcome !== 'failed' && isKnown);
    if (act !== 'delete' || !isGone || listed.has(label.id) || settled.has(label.id)) {
      return false;
    }
    settled.add(label.id);
    return true;
  });
}
