import type { JournalAct, JournalEntry } from './entry';

/** How many entries are remembered of each act. */
const MAX_ENTRIES = 1000;

/** The newest entries of each act, of a list that has the newest first. */
export function newest(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const counts: Record<JournalAct, number> = { delete: 0, retire: 0 };
  return entries.filter(({ act }) => {
    counts[act] += 1;
    return counts[act] <= MAX_ENTRIES;
  });
}
