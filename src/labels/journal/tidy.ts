import type { FileNames } from './fileName';
import type { JournalFiles } from './files';
import { newest } from './retention';
import type { JournalRecord } from './record';
import { segmentText } from './segment';
import type { Segment, Snapshot } from './snapshot';

/**
 * Merges the files of the runs that are over into one, and forgets the entries that are too old.
 *
 * Another window may do the same at the same time: each deletes only what it has written anew, so nothing is lost, and
 * what is there twice counts once.
 *
 * What could be read of a file that was cut short is carried over in this way, and what lies where no file is created any
 * more.
 *
 * @param atLeast leaves everything as it is where there are fewer files to merge, and nothing to carry over.
 */
export async function compact(
  files: JournalFiles,
  snapshot: Snapshot,
  names: FileNames,
  atLeast: number,
): Promise<void> {
  const { state, segments } = snapshot;
  await deleteAll(files, snapshot.staleHeartbeats);
  const merged = segments.filter(
    (segment) =>
      (segment.grade === 'whole' || snapshot.isCutShort(segment)) &&
      !segment.records.some(({ run }) => snapshot.isLive(run)),
  );
  const isDue = merged.some((segment) => snapshot.isCutShort(segment) || files.isLeftBehind?.(segment.name));
  if (merged.length < atLeast && !isDue) {
    return;
  }
  const elsewhere = runsIn(segments.filter((segment) => !merged.includes(segment)));
  const kept = new Set(newest(state.entries).map(({ run, label }) => keyOf(run, label.id)));
  const records = [...runsIn(merged)].flatMap((run) => {
    // To forget half of a run would tell another story: that it never finished, or that an outcome is not known.
    const isWhole = state.isOpen(run) || elsewhere.has(run);
    return state.recordsOf(run, isWhole ? undefined : (id) => kept.has(keyOf(run, id)));
  });
  await replace(files, merged, records, names);
}

/** Removes everything but the runs that are on, and the files that cannot be read. */
export async function removeAll(files: JournalFiles, snapshot: Snapshot, names: FileNames): Promise<void> {
  const removed = snapshot.segments.filter(
    (segment) =>
      segment.grade !== 'unreadable' &&
      !snapshot.mayGrow(segment) &&
      !(segment.records.length > 0 && segment.records.every(({ run }) => snapshot.isLive(run))),
  );
  const live = [...runsIn(removed)].filter((run) => snapshot.isLive(run));
  const records = live.flatMap((run) => snapshot.state.recordsOf(run));
  await replace(files, removed, records, names);
  await deleteAll(files, snapshot.staleHeartbeats);
}

/** Writes the new file first, makes sure that it is there, and only then deletes the old ones. */
async function replace(
  files: JournalFiles,
  old: readonly Segment[],
  records: readonly JournalRecord[],
  names: FileNames,
): Promise<void> {
  if (records.length > 0) {
    const name = names.nextSegment();
    const text = segmentText(records);
    await files.create(name, text);
    if ((await files.read(name)) !== text) {
      // Cut short, or merged by another window by now: whoever tidies up next deletes the old ones.
      return;
    }
  }
  await deleteAll(
    files,
    old.map(({ name }) => name),
  );
}

/** Oldest first: should this end halfway, no plan stays without the mark that its run is finished. */
async function deleteAll(files: JournalFiles, names: readonly string[]): Promise<void> {
  for (const name of [...names].sort()) {
    await files.delete(name);
  }
}

function runsIn(segments: readonly Segment[]): Set<string> {
  return new Set(segments.flatMap(({ records }) => records.map(({ run }) => run)));
}

function keyOf(run: string, labelId: string): string {
  return JSON.stringify([run, labelId]);
}
