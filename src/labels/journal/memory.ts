import type { JournalEntry } from './entry';
import type { JournalFiles } from './files';
import { JournalState } from './journalState';
import type { JournalRecord } from './record';
import { newest } from './retention';
import { type Onlooker, readSnapshot, type Snapshot } from './snapshot';

/** What one window knows of the journal: what was in the folder when it was last read, and its own records since. */
export class JournalMemory {
  readonly #files: JournalFiles;
  readonly #onlooker: Onlooker;
  #state = new JournalState();
  #unreadable: readonly string[] = [];
  #newest: { readonly of: readonly JournalEntry[]; readonly entries: readonly JournalEntry[] } | undefined;
  #addedWhileReading: JournalRecord[] | undefined;

  constructor(files: JournalFiles, onlooker: Onlooker) {
    this.#files = files;
    this.#onlooker = onlooker;
  }

  get state(): JournalState {
    return this.#state;
  }

  get unreadable(): readonly string[] {
    return this.#unreadable;
  }

  /** Newest first, as many of each act as are remembered. */
  get entries(): readonly JournalEntry[] {
    const all = this.#state.entries;
    if (this.#newest?.of !== all) {
      this.#newest = { of: all, entries: newest(all) };
    }
    return this.#newest.entries;
  }

  add(record: JournalRecord): void {
    this.#state.add(record);
    // The folder may have been listed before this record was in it.
    this.#addedWhileReading?.push(record);
  }

  /**
   * Reads the folder anew. Not to be called while that goes on.
   *
   * @param unwritten records that are not in the folder yet.
   * @throws what the storage says when the folder cannot be listed.
   */
  async read(unwritten: Iterable<JournalRecord>): Promise<Snapshot> {
    const added = (this.#addedWhileReading = [...unwritten]);
    try {
      const snapshot = await readSnapshot(this.#files, this.#onlooker);
      for (const record of added) {
        snapshot.state.add(record);
      }
      this.#state = snapshot.state;
      this.#unreadable = snapshot.unreadable;
      return snapshot;
    } finally {
      this.#addedWhileReading = undefined;
    }
  }
}
