import type { FileNames } from './fileName';
import type { JournalFiles } from './files';
import type { JournalRecord } from './record';
import { segmentText } from './segment';

interface Waiting {
  readonly record: JournalRecord;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes records, each time into a new file. What comes in while a write is under way goes together into the next file,
 * so that requests that run side by side do not wait for each other one by one.
 */
export class SegmentWriter {
  readonly #files: JournalFiles;
  readonly #names: FileNames;
  readonly #facts = new Set<JournalRecord>();
  readonly #cutShort: string[] = [];
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(files: JournalFiles, names: FileNames) {
    this.#files = files;
    this.#names = names;
  }

  /** What happened and is not on disk yet. */
  get facts(): Iterable<JournalRecord> {
    return this.#facts;
  }

  /**
   * Writes what is going to happen. Resolves when it is on disk.
   *
   * @throws what the storage says: then it must not happen, and the record is given up.
   */
  writeIntent(record: JournalRecord): Promise<void> {
    return this.#write(record);
  }

  /**
   * Writes what happened. Resolves when it is on disk.
   *
   * @throws what the storage says: then the record goes with the next write.
   */
  writeFact(record: JournalRecord): Promise<void> {
    this.#facts.add(record);
    return this.#write(record);
  }

  #write(record: JournalRecord): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ record, resolve, reject });
      if (!this.#isWriting) {
        this.#isWriting = true;
        void this.#writeAll();
      }
    });
  }

  async #writeAll(): Promise<void> {
    // A moment later, so that those who call at the same time share the first file as well.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#writeBatch(batch);
    }
    this.#isWriting = false;
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    const records = new Set([...this.#facts, ...batch.map(({ record }) => record)]);
    const name = this.#names.nextSegment();
    try {
      await this.#files.create(name, segmentText([...records]));
    } catch (error) {
      this.#cutShort.push(name);
      for (const { reject } of batch) {
        reject(error);
      }
      return;
    }
    for (const record of records) {
      this.#facts.delete(record);
    }
    for (const { resolve } of batch) {
      resolve();
    }
    await this.#deleteCutShort();
  }

  /** Half of such a file may be there and speak of requests that were never sent. All that is true in it is on disk now. */
  async #deleteCutShort(): Promise<void> {
    for (const name of this.#cutShort.splice(0)) {
      await this.#files.delete(name).catch(() => undefined);
    }
  }
}
