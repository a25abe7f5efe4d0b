import type { InterruptedRun } from './entry';
import type { FileNames } from './fileName';
import type { JournalFiles } from './files';
import type { JournalMemory } from './memory';
import type { OtherWindows } from './otherWindows';
import type { SegmentWriter } from './segmentWriter';
import type { Snapshot } from './snapshot';
import { compact, removeAll } from './tidy';

/** Files that may wait for the next run to be merged; more of them make each load slow. */
const MAX_FILES = 8;

interface HousekeepingParts {
  readonly files: JournalFiles;
  readonly names: FileNames;
  readonly writer: SegmentWriter;
  readonly memory: JournalMemory;
  readonly others: OtherWindows;
  /** Told when something else was read than before: whoever listens may read again. */
  readonly onNews: () => void;
}

/** Reads the folder and keeps it tidy, one thing after the other: each begins with what the one before has left there. */
export class Housekeeping {
  readonly #files: JournalFiles;
  readonly #names: FileNames;
  readonly #writer: SegmentWriter;
  readonly #memory: JournalMemory;
  readonly #others: OtherWindows;
  readonly #onNews: () => void;
  #lastTask: Promise<unknown> = Promise.resolve();
  #loading: Promise<void> | undefined;
  #lastRead: string | undefined;
  #isDisposed = false;

  constructor({ files, names, writer, memory, others, onNews }: HousekeepingParts) {
    this.#files = files;
    this.#names = names;
    this.#writer = writer;
    this.#memory = memory;
    this.#others = others;
    this.#onNews = onNews;
  }

  /** Reads the folder, and merges files where there are many. Calls share a load under way. */
  load(): Promise<void> {
    this.#loading ??= this.loadAnew().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  /** As `load`, but never shares one that began before. */
  loadAnew(): Promise<void> {
    return this.#alone(async () => {
      await this.#compact(await this.#read(), MAX_FILES + 1);
    });
  }

  interruptedRuns(): Promise<readonly InterruptedRun[]> {
    return this.#alone(async () => (await this.#read()).interruptedRuns);
  }

  /** To be called when a run is over and on disk. Never rejects. */
  async tidy(): Promise<void> {
    await this.#alone(async () => this.#compact(await this.#read(), 2)).catch(() => undefined);
  }

  clear(): Promise<void> {
    return this.#alone(async () => {
      await removeAll(this.#files, await this.#read(), this.#names);
      await this.#read();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#others.dispose();
  }

  #alone<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#lastTask.then(task);
    this.#lastTask = result.catch(() => undefined);
    return result;
  }

  /** What cannot be merged now is left for the next time. */
  async #compact(snapshot: Snapshot, atLeast: number): Promise<void> {
    await compact(this.#files, snapshot, this.#names, atLeast).catch(() => undefined);
  }

  async #read(): Promise<Snapshot> {
    const snapshot = await this.#memory.read(this.#writer.facts);
    if (!this.#isDisposed) {
      this.#others.watch(snapshot.windowsInQuestion);
    }
    if (snapshot.fingerprint !== this.#lastRead) {
      this.#lastRead = snapshot.fingerprint;
      this.#onNews();
    }
    return snapshot;
  }
}
