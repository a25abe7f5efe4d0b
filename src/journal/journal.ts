import type { Label } from '../api/schema';
import { clear, compact } from './compaction';
import { DelayedEvent } from './delayedEvent';
import type { InterruptedRun, JournalAct, JournalEntry, JournalRun, RunOptions, RunRecorder } from './entry';
import type { JournalFiles } from './files';
import { Liveness } from './liveness';
import { Recorder } from './recorder';
import { newest } from './retention';
import type { JournalRecord } from './segment';
import { SegmentWriter } from './segmentFile';
import { readSegments, Snapshot } from './snapshot';

interface JournalOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Makes ids of windows and runs, never the same twice. They become part of file names. */
  readonly randomId?: () => string;
}

/**
 * What was done to labels that cannot be undone: each label whole before the request, and what became of it.
 *
 * One object for one window and organization. Other windows have theirs on the same folder and may write at any time; what
 * they wrote comes in with `load`. See `JournalFiles` for why nothing is ever written over. What fails throws
 * JournalStorageError; what could not be written is tried again with the next load.
 */
export class Journal {
  readonly #files: JournalFiles;
  readonly #now: () => number;
  readonly #randomId: () => string;
  /** For what is merged and added in this window. */
  readonly #writer: SegmentWriter;
  readonly #changed = new DelayedEvent();
  readonly #liveness = new Liveness(() => void this.load().catch(() => undefined));
  /** The runs that are on in this window, by id. They write their files by themselves. */
  readonly #recorders = new Map<string, Recorder>();
  /** What else was written down in this window, and is not on disk yet. */
  readonly #unwritten = new Set<JournalRecord>();
  /** As the folder was when it was last read, and what came from this window since then. */
  #snapshot = new Snapshot([], { runs: this.#recorders, records: [] }, this.#liveness);
  #fingerprint: string | undefined;
  #nextLoad: Promise<void> | undefined;
  #lastTask: Promise<unknown> = Promise.resolve();

  constructor(files: JournalFiles, { now = Date.now, randomId = () => crypto.randomUUID() }: JournalOptions = {}) {
    this.#files = files;
    this.#now = now;
    this.#randomId = randomId;
    this.#writer = new SegmentWriter(files, randomId());
  }

  /** Newest first, as many of each act as are kept (`newest`); each label of a run once. */
  get entries(): readonly JournalEntry[] {
    return newest(this.#snapshot.state.entries);
  }

  /** All that is kept of one run, newest first. */
  entriesOf(run: string): readonly JournalEntry[] {
    return this.#snapshot.state.entriesOf(run);
  }

  /** Undefined where it is not kept. */
  runOf(id: string): JournalRun | undefined {
    return this.#snapshot.state.runOf(id);
  }

  /** The names of the files that could not be read, or not to their end, when the folder was last read. They stay there. */
  get unreadableFiles(): readonly string[] {
    return this.#snapshot.unreadable;
  }

  /** How many these are. */
  get unreadable(): number {
    return this.unreadableFiles.length;
  }

  /** Fires a moment after something changed, once for many changes; also when another window's run broke off. */
  onDidChange(listener: () => void): { dispose(): void } {
    return this.#changed.subscribe(listener);
  }

  /** Reads what all windows have written until now, and merges files where there are many. Calls share what has not begun. */
  load(): Promise<void> {
    this.#nextLoad ??= this.#enqueue(async () => {
      this.#nextLoad = undefined;
      // What cannot be written or merged now is left for the next time.
      await this.#writeAll().catch(() => undefined);
      await compact(this.#files, await this.#read(), this.#writer).catch(() => undefined);
    });
    return this.#nextLoad;
  }

  /**
   * Starts to write down a run. When this resolves, its plan is on disk with the whole labels.
   * @param options where it `begins`, requests may be sent as soon as this resolves: that is on disk as well. Else only after
   * `begin`, and a run that breaks off before that has sent nothing.
   * @throws JournalStorageError then there is no run.
   */
  async startRun(act: JournalAct, labels: readonly Label[], options: RunOptions): Promise<RunRecorder> {
    const deps = { files: this.#files, now: this.#now, onRecords: this.#add, onEnd: this.#endRun };
    const recorder = new Recorder(this.#randomId(), deps);
    // Before the first write: no file of the run may be merged.
    this.#recorders.set(recorder.run, recorder);
    await recorder.start(act, labels, options).catch((error: unknown) => {
      this.#recorders.delete(recorder.run);
      throw error;
    });
    return recorder;
  }

  /** The label of an entry was created again. */
  recreated({ run, label }: JournalEntry, newId: string): Promise<void> {
    return this.#write({ kind: 'recreated', ...this.#stamp(run), id: label.id, newId });
  }

  /** The label of an entry, which was retired, got its name and color back: the entry no longer tells what it is to be. */
  restored({ run, label }: JournalEntry): Promise<void> {
    return this.#write({ kind: 'restored', ...this.#stamp(run), id: label.id });
  }

  /** The user was told that the run was interrupted. No window says it again. */
  acknowledge(run: string): Promise<void> {
    return this.#write({ kind: 'acknowledged', ...this.#stamp(run) });
  }

  /**
   * The runs that did not finish, whose window is gone, and that were not acknowledged; reads the folder first.
   * A window is gone when this one has seen no sign of life for half a minute. So at first there are none: `onDidChange` fires
   * when that is over.
   */
  interruptedRuns(): Promise<readonly InterruptedRun[]> {
    return this.#enqueue(async () => (await this.#read()).interruptedRuns);
  }

  /** Removes everything but the runs that are on, in any window, and the files that cannot be read. */
  clear(): Promise<void> {
    return this.#enqueue(async () => {
      await clear(this.#files, await this.#read(), this.#writer);
      await this.#read();
    });
  }

  /** Ends all timers, but for a run that is on: that is written down to its end, with signs of life. */
  dispose(): void {
    this.#liveness.dispose();
    this.#changed.dispose();
  }

  /** What reads the folder, or writes there for no run that is on, takes turns. */
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#lastTask.then(task);
    this.#lastTask = result.catch(() => undefined);
    return result;
  }

  async #read(): Promise<Snapshot> {
    const segments = await readSegments(this.#files).catch((error: unknown) => {
      this.#liveness.reset();
      throw error;
    });
    const records = [...this.#unwritten, ...[...this.#recorders.values()].flatMap((recorder) => recorder.records)];
    const snapshot = new Snapshot(segments, { runs: this.#recorders, records }, this.#liveness);
    this.#snapshot = snapshot;
    this.#liveness.watch(snapshot.isUnsettled);
    const { fingerprint } = snapshot;
    if (fingerprint !== this.#fingerprint) {
      this.#fingerprint = fingerprint;
      this.#changed.fire();
    }
    return snapshot;
  }

  readonly #add = (records: readonly JournalRecord[]): void => {
    this.#snapshot.state.add(records);
    this.#changed.fire();
  };

  #write(record: JournalRecord): Promise<void> {
    this.#unwritten.add(record);
    this.#add([record]);
    return this.#enqueue(() => this.#writeAll());
  }

  async #writeAll(): Promise<void> {
    const records = [...this.#unwritten];
    if (records.length > 0) {
      await this.#writer.write(records);
      records.forEach((record) => this.#unwritten.delete(record));
    }
  }

  /** In turn: a reading under way still needs the records of the run. */
  readonly #endRun = (run: string): Promise<unknown> =>
    this.#enqueue(() => Promise.resolve(this.#recorders.delete(run)));

  #stamp(run: string): { run: string; n: number; at: string } {
    const n = this.#now();
    return { run, n, at: new Date(n).toISOString() };
  }
}
