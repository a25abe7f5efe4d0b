/**
 * The folder that a journal lives in. Names are flat file names.
 *
 * There is no way to change a file: a write that VS Code is closed in leaves a file cut short, so that what is on disk
 * once is never written over.
 */
export interface JournalFiles {
  /** The names of the files; none where the folder does not exist yet. */
  list(): Promise<string[]>;
  /** Undefined where the file is gone meanwhile: another window may have merged it. */
  read(name: string): Promise<string | undefined>;
  /** Creates a file under a name that was never used. */
  create(name: string, text: string): Promise<void>;
  /** No error where the file is gone. */
  delete(name: string): Promise<void>;
  /** Whether a file of the last list lies where none is created any more: what is in it is to be carried over. */
  isLeftBehind?(name: string): boolean;
}

/** The folder could not be read or written: the disk is full, or permissions are missing. */
export class JournalStorageError extends Error {
  override readonly name = 'JournalStorageError';

  constructor(cause: unknown) {
    super(`The journal could not be read or written: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
