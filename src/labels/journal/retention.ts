import type { JournalAct, JournalEntry } from './entry';

/** How many entries are remembered of each act. */
const MAX_ENTRIES = 1000;

/**
 * The newest entries of each act, and all of its newest run however long that is: what was done at once can be taken back
 * at once.
 *
 * @param entries newest first.
 */
export function newest(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const counts: Record<JournalAct, number> = { delete: 0, retire: 0 };
  const lastRuns = new Map<JournalAct, string>();
  return entries.filter(({ act, run }) => {
    if (!lastRuns.has(act)) {
      lastRuns.set(act, run);
    }
    counts[act] += 1;
    return counts[act] <= MAX_ENTRIES || lastRuns.get(act) === run;
  });
}
