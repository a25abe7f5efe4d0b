import type { InterruptedRun } from './entry';
import { isHeartbeat, isSegment, signOfLife } from './fileName';
import type { JournalFiles } from './files';
import { JournalState } from './journalState';
import type { OtherWindows } from './otherWindows';
import { parseSegment, type SegmentContent } from './segment';

export interface Segment extends SegmentContent {
  readonly name: string;
}

/** The window that looks, the runs that are on in it, and what it knows of others. */
export interface Onlooker {
  readonly window: string;
  readonly liveRuns: ReadonlySet<string>;
  readonly others: OtherWindows;
}

/** How often the folder is listed again when other windows keep changing it. */
const MAX_ROUNDS = 10;
const READS_AT_ONCE = 16;

/** Everything in the folder at one moment. */
export class Snapshot {
  readonly segments: readonly Segment[];
  readonly state = new JournalState();
  /** The heartbeats of windows that are gone. */
  readonly staleHeartbeats: readonly string[];
  /** The other windows of which something depends on whether they are gone. */
  readonly windowsInQuestion: ReadonlySet<string>;
  readonly #onlooker: Onlooker;

  constructor(segments: readonly Segment[], names: readonly string[], onlooker: Onlooker) {
    this.segments = segments;
    this.#onlooker = onlooker;
    for (const record of segments.flatMap(({ records }) => records)) {
      this.state.add(record);
    }
    const heartbeats = names.flatMap((name) => signOfLife(name) ?? []).filter(isHeartbeat);
    this.staleHeartbeats = heartbeats.filter(({ window }) => this.#isGone(window)).map(({ name }) => name);
    const torn = segments.filter(({ grade }) => grade === 'torn').flatMap(({ name }) => signOfLife(name) ?? []);
    const open = this.state.runIds.filter((run) => this.state.isOpen(run));
    this.windowsInQuestion = new Set([
      ...[...heartbeats, ...torn].map(({ window }) => window).filter((window) => window !== onlooker.window),
      ...open.filter((run) => this.#isOpenElsewhere(run)).flatMap((run) => this.state.windowOf(run) ?? []),
    ]);
  }

  /** The names of files that nothing can be done about: damaged, of a newer version, or not ours. */
  get unreadable(): string[] {
    return this.segments
      .filter((segment) => segment.grade !== 'whole' && !this.mayGrow(segment) && !this.isCutShort(segment))
      .map(({ name }) => name);
  }

  /** Whether the window that wrote the file may be about to write the rest of it. */
  mayGrow({ name, grade }: Segment): boolean {
    const window = signOfLife(name)?.window;
    return grade === 'torn' && window !== undefined && !this.#isGone(window);
  }

  /** Whether nobody writes the rest of the file any more: what can be read of it is to be carried over. */
  isCutShort({ name, grade }: Segment): boolean {
    return grade === 'torn' && this.#isGone(signOfLife(name)?.window);
  }

  /** Whether the run is on, in this window or in another one, as far as is known. */
  isLive(run: string): boolean {
    return this.#onlooker.liveRuns.has(run) || (this.#isOpenElsewhere(run) && !this.#isGone(this.state.windowOf(run)));
  }

  /** The runs of other windows that did not finish, are not on any more, and were not acknowledged. */
  get interruptedRuns(): InterruptedRun[] {
    return this.state.runIds
      .filter((id) => this.#isOpenElsewhere(id) && !this.isLive(id))
      .flatMap((id) => this.state.runOf(id) ?? [])
      .map((run) => ({ run, entries: this.state.entriesOf(run.id) }));
  }

  /** The same text as long as nothing else can be read from the folder: a file that is whole never changes. */
  get fingerprint(): string {
    return JSON.stringify([
      this.segments.map(({ name, grade }) => [name, grade]),
      this.interruptedRuns.map(({ run }) => run.id),
      this.unreadable,
    ]);
  }

  #isOpenElsewhere(run: string): boolean {
    return this.state.isOpen(run) && this.state.windowOf(run) !== this.#onlooker.window;
  }

  #isGone(window: string | undefined): boolean {
    return window !== undefined && window !== this.#onlooker.window && this.#onlooker.others.isGone(window);
  }
}

/**
 * Reads the whole folder, until nothing in it is new: a file that is gone was merged into another one by another window.
 *
 * @throws what the storage says when the folder cannot be listed. A file that cannot be read counts as unreadable.
 */
export async function readSnapshot(files: JournalFiles, onlooker: Onlooker): Promise<Snapshot> {
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
  const segments = names.flatMap((name) => read.get(name) ?? []);
  onlooker.others.see(names);
  return new Snapshot(segments, names, onlooker);
}

async function readSegment(files: JournalFiles, name: string): Promise<Segment | undefined> {
  try {
    const text = await files.read(name);
    return text === undefined ? undefined : { name, ...parseSegment(text) };
  } catch {
    return { name, records: [], grade: 'unreadable' };
  }
}
