import type { JournalFiles } from './files';
import { newest } from './retention';
import { type JournalRecord, labelIdOf, segmentText } from './segment';
import type { SegmentWriter } from './segmentFile';
import type { Segment, Snapshot } from './snapshot';

/** Files of runs that are over that may lie beside each other; more of them make each load slow. */
const MAX_FILES = 16;

/**
 * Merges the files of the runs that are over into one where there are many, and leaves out the entries that are too old.
 * What could be read of a file that was cut short is carried over in this way, and what lies where no file is created any
 * more.
 *
 * Another window may do the same at the same time: each deletes only what it has written anew, so nothing is lost, and
 * what is there twice counts once.
 */
export async function compact(files: JournalFiles, snapshot: Snapshot, writer: SegmentWriter): Promise<void> {
  const { state, segments } = snapshot;
  const merged = segments.filter((segment) => snapshot.isReplaceable(segment));
  const isUrgent = merged.some((segment) => segment.grade === 'torn' || files.isLeftBehind?.(segment.name));
  if (merged.length <= MAX_FILES && !isUrgent) {
    return;
  }
  const elsewhere = runsIn(segments.filter((segment) => !merged.includes(segment)));
  const kept = new Set(newest(state.entries).map(({ run, label }) => keyOf(run, label.id)));
  const records = [...runsIn(merged)].flatMap((run) => {
    const all = state.recordsOf(run);
    // To leave out half of a run would tell another story: that it never finished, or that an outcome is not known.
    if (state.isOpen(run) || elsewhere.has(run)) {
      return all;
    }
    const left = all.filter((record) => kept.has(keyOf(run, labelIdOf(record))));
    return left.length > 0 ? [...all.filter((record) => labelIdOf(record) === undefined), ...left] : [];
  });
  await replace(files, merged, records, writer);
}

/** Removes everything but the runs that are on, and the files that cannot be read. */
export async function clear(files: JournalFiles, snapshot: Snapshot, writer: SegmentWriter): Promise<void> {
  const removed = snapshot.segments.filter((segment) => snapshot.isReplaceable(segment));
  const live = [...runsIn(removed)].filter((run) => snapshot.isLive(run));
  const records = live.flatMap((run) => snapshot.state.recordsOf(run));
  await replace(files, removed, records, writer);
}

/** Writes the new file first, makes sure that it is there, and only then deletes the old ones. */
async function replace(
  files: JournalFiles,
  old: readonly Segment[],
  records: readonly JournalRecord[],
  writer: SegmentWriter,
): Promise<void> {
  if (records.length > 0 && (await files.read(await writer.write(records))) !== segmentText(records)) {
    // Cut short, or merged by another window already: the next compaction deletes the old ones.
    return;
  }
  // What ends a run comes last: should this break off, no plan stays without it.
  const endsRun = (segment: Segment) =>
    segment.records.some(({ kind }) => kind === 'finished' || kind === 'acknowledged');
  for (const { name } of [...old.filter((segment) => !endsRun(segment)), ...old.filter(endsRun)]) {
    await files.delete(name);
  }
}

function runsIn(segments: readonly Segment[]): Set<string> {
  return new Set(segments.flatMap(({ records }) => records.map(({ run }) => run)));
}

function keyOf(run: string, labelId: string | undefined): string {
  return JSON.stringify([run, labelId]);
}
