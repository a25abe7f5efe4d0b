import type { InterruptedRun } from './entry';
import { isFresh, isHeartbeat, isSegment, signOfLife } from './fileName';
import type { JournalFiles } from './files';
import { JournalState } from './journalState';
import { parseSegment, type SegmentContent } from './segment';

export interface Segment extends SegmentContent {
  readonly name: string;
}

/** The window that looks, and the runs that are on in it. */
export interface Onlooker {
  readonly window: string;
  readonly liveRuns: ReadonlySet<string>;
}

/** How often the folder is listed again when other windows keep changing it. */
const MAX_ROUNDS = 10;
const READS_AT_ONCE = 16;

/** Everything in the folder at one moment. */
export class Snapshot {
  readonly segments: readonly Segment[];
  readonly state = new JournalState();
  /** The heartbeats that tell nothing any more. */
  readonly staleHeartbeats: readonly string[];
  readonly #aliveWindows: ReadonlySet<string | undefined>;
  readonly #onlooker: Onlooker;

  constructor(segments: readonly Segment[], names: readonly string[], now: number, onlooker: Onlooker) {
    this.segments = segments;
    const signs = names.flatMap((name) => signOfLife(name) ?? []);
    const fresh = signs.filter((sign) => isFresh(sign, now));
    this.#aliveWindows = new Set(fresh.map(({ window }) => window));
    this.staleHeartbeats = signs.filter((sign) => isHeartbeat(sign) && !isFresh(sign, now)).map(({ name }) => name);
    this.#onlooker = onlooker;
    for (const record of segments.flatMap(({ records }) => records)) {
      this.state.add(record);
    }
  }

  /** The names of files that are not whole, without those that their window may be writing right now. */
  get unreadable(): string[] {
    return this.segments
      .filter((segment) => segment.grade !== 'whole' && !this.mayGrow(segment))
      .map(({ name }) => name);
  }

  /** Whether the window that wrote the file may be about to write the rest of it. */
  mayGrow({ name, grade }: Segment): boolean {
    return grade === 'torn' && this.#isAlive(signOfLife(name)?.window);
  }

  /** Whether the run is on, in this window or in another one. */
  isLive(run: string): boolean {
    return this.#onlooker.liveRuns.has(run) || (this.#isOpenElsewhere(run) && this.#isAlive(this.state.windowOf(run)));
  }

  get isSomeRunLiveElsewhere(): boolean {
    return this.state.runIds.some((run) => this.#isOpenElsewhere(run) && this.isLive(run));
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

  #isAlive(window: string | undefined): boolean {
    return window === this.#onlooker.window || this.#aliveWindows.has(window);
  }
}

/**
 * Reads the whole folder, until nothing in it is new: a file that is gone was merged into another one by another window.
 *
 * @throws what the storage says when the folder cannot be listed. A file that cannot be read counts as unreadable.
 */
export async function readSnapshot(files: JournalFiles, now: () => number, onlooker: Onlooker): Promise<Snapshot> {
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
  return new Snapshot(segments, names, now(), onlooker);
}

async function readSegment(files: JournalFiles, name: string): Promise<Segment | undefined> {
  try {
    const text = await files.read(name);
    return text === undefined ? undefined : { name, ...parseSegment(text) };
  } catch {
    return { name, records: [], grade: 'unreadable' };
  }
}
