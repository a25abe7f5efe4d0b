import type { InterruptedRun } from './entry';
import type { JournalFiles } from './files';
import { JournalState } from './journalState';
import type { Liveness } from './liveness';
import { type JournalRecord, parseSegment, type SegmentContent } from './segment';
import { isSegment, parseFileName } from './segmentFile';

/** How often the folder is listed again when other windows keep changing it. */
const MAX_ROUNDS = 10;
const READS_AT_ONCE = 16;

/** A file in the folder. One that is torn, and has no writer that could write the rest, counts as unreadable. */
export interface Segment extends SegmentContent {
  readonly name: string;
  readonly file: ReturnType<typeof parseFileName>;
}

/** What comes from this window. */
interface Own {
  /** The runs that are on. */
  readonly runs: Pick<ReadonlySet<string>, 'has'>;
  /** What may have been written since the folder was listed, or will be. */
  readonly records: readonly JournalRecord[];
}

/** Everything in the folder at one moment, and what comes from this window. */
export class Snapshot {
  readonly segments: readonly Segment[];
  readonly state: JournalState;
  readonly #ownRuns: Own['runs'];
  readonly #liveness: Liveness;

  constructor(segments: readonly Segment[], own: Own, liveness: Liveness) {
    this.segments = segments;
    this.state = new JournalState([...segments.flatMap(({ records }) => records), ...own.records]);
    this.#ownRuns = own.runs;
    this.#liveness = liveness;
    liveness.see(segments.flatMap(({ file }) => file ?? []));
    // Of a run whose files were merged there may be no file of its own.
    liveness.see(this.#openRuns.map((writer) => ({ writer, number: 0 })));
  }

  /** The names of the files that nothing can be done about: damaged, of a newer version, or not ours. */
  get unreadable(): readonly string[] {
    return this.segments.filter(({ grade }) => grade === 'unreadable').map(({ name }) => name);
  }

  /** Whether the file can be deleted when what it says is written anew: not while its writer is on. */
  isReplaceable({ grade, file }: Segment): boolean {
    if (!file) {
      return grade === 'whole';
    }
    return !this.isLive(file.writer) && (grade === 'whole' || (grade === 'torn' && this.#isGone(file.writer)));
  }

  /** Whether the run is on, in this window or in another one, as far as is known. */
  isLive(run: string): boolean {
    return this.#ownRuns.has(run) || (this.state.isOpen(run) && !this.#isGone(run));
  }

  /** The runs that did not finish, are not on any more, and were not acknowledged. */
  get interruptedRuns(): readonly InterruptedRun[] {
    return this.#openRuns
      .filter((id) => !this.isLive(id))
      .flatMap((id) => this.state.runOf(id) ?? [])
      .map((run) => ({ run, hasBegun: this.state.hasBegun(run.id), entries: this.state.entriesOf(run.id) }));
  }

  /** Whether another window may be writing, so that it matters whether it is gone. */
  get isUnsettled(): boolean {
    const torn = this.segments.filter(({ grade }) => grade === 'torn').flatMap(({ file }) => file?.writer ?? []);
    return [...torn, ...this.#openRuns].some((writer) => !this.#ownRuns.has(writer) && !this.#isGone(writer));
  }

  /** Another text when something else can be read. */
  get fingerprint(): string {
    return JSON.stringify([this.state.entries, this.unreadable, this.interruptedRuns.map(({ run }) => run.id)]);
  }

  get #openRuns(): readonly string[] {
    return this.state.runIds.filter((run) => this.state.isOpen(run));
  }

  #isGone(writer: string): boolean {
    return !this.#ownRuns.has(writer) && this.#liveness.isGone(writer);
  }
}

/**
 * Reads the whole folder, until nothing in it is new: a file that is gone was merged into another one by another window.
 *
 * @throws JournalStorageError when the folder cannot be listed. A file that cannot be read counts as unreadable.
 */
export async function readSegments(files: JournalFiles): Promise<readonly Segment[]> {
  const read = new Map<string, Segment>();
  let names = await files.list();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const unread = names.filter((name) => isSegment(name) && !read.has(name));
    if (unread.length === 0) {
      break;
    }
    for (let start = 0; start < unread.length; start += READS_AT_ONCE) {
      const segments = unread.slice(start, start + READS_AT_ONCE).map((name) => readSegment(files, name));
      for (const segment of await Promise.all(segments)) {
        if (segment) {
          read.set(segment.name, segment);
        }
      }
    }
    names = await files.list();
  }
  return names.flatMap((name) => read.get(name) ?? []);
}

/** Undefined where the file is gone. */
async function readSegment(files: JournalFiles, name: string): Promise<Segment | undefined> {
  const file = parseFileName(name);
  try {
    const text = await files.read(name);
    if (text === undefined) {
      return undefined;
    }
    const { records, grade } = parseSegment(text);
    return { name, file, records, grade: grade === 'torn' && !file ? 'unreadable' : grade };
  } catch {
    return { name, file, records: [], grade: 'unreadable' };
  }
}
