import type { JournalFiles } from './files';
import { type JournalRecord, segmentText } from './segment';

const NAME = /^([\w-]+)-(\d+)\.jsonl$/;

/**
 * Creates the files of one writer: of a run; or of a window, for what it merges and adds. Their names are numbered, so that a
 * new one shows that the writer is alive.
 */
export class SegmentWriter {
  readonly #files: JournalFiles;
  readonly #writer: string;
  #count = 0;

  constructor(files: JournalFiles, writer: string) {
    this.#files = files;
    this.#writer = writer;
  }

  /** Creates a file with these records. @returns its name. @throws JournalStorageError then there is none. */
  async write(records: readonly JournalRecord[]): Promise<string> {
    this.#count += 1;
    const name = `${this.#writer}-${String(this.#count).padStart(6, '0')}.jsonl`;
    try {
      await this.#files.create(name, segmentText(records));
    } catch (error) {
      // Half of it may be there, and say what was given up.
      await this.#files.delete(name).catch(() => undefined);
      throw error;
    }
    return name;
  }
}

/** Whether the file is one of the journal, or passes for one. */
export function isSegment(name: string): boolean {
  return name.endsWith('.jsonl');
}

/** Undefined where the name is none that `SegmentWriter` gives. */
export function parseFileName(name: string): { readonly writer: string; readonly number: number } | undefined {
  const [, writer, number] = NAME.exec(name) ?? [];
  return writer && number ? { writer, number: Number(number) } : undefined;
}
