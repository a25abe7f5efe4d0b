import type { Label } from '../../api/schema';
import type { InterruptedRun, JournalAct, JournalEntry, JournalRun, RunRecorder } from './entry';
import { FileNames } from './fileName';
import type { JournalFiles } from './files';
import { Heartbeat } from './heartbeat';
import { Housekeeping } from './housekeeping';
import { JournalMemory } from './memory';
import { OtherWindows } from './otherWindows';
import type { JournalRecord } from './record';
import { Recorder } from './recorder';
import { SegmentWriter } from './segmentWriter';
import { Teller } from './teller';

export interface JournalOptions {
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** Makes ids of windows and runs, never the same twice. They become part of file names. */
  readonly randomId?: (() => string) | undefined;
}

/**
 * What was done to labels that cannot be undone: each label whole before the request, and what became of it.
 *
 * One object for one window and organization. Other windows have theirs on the same folder and may write at any time;
 * what they wrote comes in with `load`. See `JournalFiles` for why nothing is ever written over.
 */
export class Journal {
  readonly #now: () => number;
  readonly #randomId: () => string;
  readonly #names: FileNames;
  readonly #writer: SegmentWriter;
  readonly #heartbeat: Heartbeat;
  readonly #memory: JournalMemory;
  readonly #housekeeping: Housekeeping;
  readonly #teller = new Teller();
  readonly #liveRuns = new Set<string>();

  constructor(files: JournalFiles, { now = Date.now, randomId = () => crypto.randomUUID() }: JournalOptions = {}) {
    this.#now = now;
    this.#randomId = randomId;
    this.#names = new FileNames(randomId(), now);
    this.#writer = new SegmentWriter(files, this.#names);
    this.#heartbeat = new Heartbeat(files, this.#names);
    const others = new OtherWindows(files, () => void this.load().catch(() => undefined));
    this.#memory = new JournalMemory(files, { window: this.#names.window, liveRuns: this.#liveRuns, others });
    this.#housekeeping = new Housekeeping({
      ...{ files, names: this.#names, writer: this.#writer, memory: this.#memory, others },
      onNews: () => {
        this.#teller.tell();
      },
    });
  }

  /** Newest first, as many of each act as are remembered (`newest`); each label of a run once. */
  get entries(): readonly JournalEntry[] {
    return this.#memory.entries;
  }

  /** How many files could not be read, or not to their end, when the folder was last read. They stay where they are. */
  get unreadable(): number {
    return this.#memory.unreadable.length;
  }

  /** Their names. */
  get unreadableFiles(): readonly string[] {
    return this.#memory.unreadable;
  }

  /** All that is remembered of one run, newest first. */
  entriesOf(run: string): readonly JournalEntry[] {
    return this.#memory.state.entriesOf(run);
  }

  /** Undefined where it is not remembered. */
  runOf(id: string): JournalRun | undefined {
    return this.#memory.state.runOf(id);
  }

  /** Tells a moment after something changed, once for many changes; also when another window's run broke off. */
  onDidChange(listener: () => void): { dispose(): void } {
    return this.#teller.onDidChange(listener);
  }

  /**
   * Reads what all windows wrote; shares a load under way. Files that cannot be read are counted, nothing more.
   *
   * @throws what the storage says when the folder itself cannot be listed.
   */
  load(): Promise<void> {
    return this.#housekeeping.load();
  }

  /** As `load`, but with what is in the folder from now on: it may be another one. */
  loadAnew(): Promise<void> {
    return this.#housekeeping.loadAnew();
  }

  /**
   * Starts to take down a run. Its plan is on disk when this resolves.
   *
   * @param sentNext a label that is sent right after that: it is written down with the plan, in one file.
   * @throws what the storage says when it cannot be written: then there is no run.
   */
  async startRun(act: JournalAct, labels: readonly Label[], sentNext?: Label): Promise<RunRecorder> {
    const recorder = new Recorder(this.#randomId(), act, {
      now: this.#now,
      writeIntent: (record) => this.#writeIntent(record),
      writeFact: (record) => this.#writeFact(record),
      ended: (run, isOnDisk) => this.#endRun(run, isOnDisk),
    });
    // Before the first write: no file of the run may be tidied away.
    this.#liveRuns.add(recorder.run);
    try {
      await recorder.start(this.#names.window, labels, sentNext);
    } catch (error) {
      this.#liveRuns.delete(recorder.run);
      throw error;
    }
    this.#heartbeat.start();
    return recorder;
  }

  /**
   * The label of an entry was created again.
   *
   * @throws what the storage says when that cannot be written; it goes with the next write then.
   */
  recreated({ run, label }: JournalEntry, newId: string): Promise<void> {
    return this.#writeFact({ kind: 'recreated', ...this.#stamp(run), id: label.id, newId });
  }

  /**
   * The label of an entry, which was retired, got its name and color back: the entry no longer tells what it is to be.
   *
   * @throws what the storage says when that cannot be written; it goes with the next write then.
   */
  restored({ run, label }: JournalEntry): Promise<void> {
    return this.#writeFact({ kind: 'restored', ...this.#stamp(run), id: label.id });
  }

  /**
   * The runs that did not finish, whose window is gone, and that were not acknowledged; reads the folder first.
   *
   * A window is gone when this one has looked for half a minute and has seen no sign of life. So at first there are none:
   * `onDidChange` tells when that is over.
   *
   * @throws what the storage says when the folder cannot be listed.
   */
  interruptedRuns(): Promise<readonly InterruptedRun[]> {
    return this.#housekeeping.interruptedRuns();
  }

  /**
   * It was said that the run was interrupted. No window says it again.
   *
   * @throws what the storage says when that cannot be written; it goes with the next write then.
   */
  acknowledge(run: string): Promise<void> {
    return this.#writeFact({ kind: 'acknowledged', ...this.#stamp(run) });
  }

  /**
   * Removes everything but the runs that are on, in any window, and the files that cannot be read.
   *
   * @throws what the storage says
   */
  clear(): Promise<void> {
    return this.#housekeeping.clear();
  }

  /** Ends all timers, but for a run that is on: that is taken down to its end, with signs of life. */
  dispose(): void {
    this.#housekeeping.dispose();
    this.#teller.dispose();
  }

  async #endRun(run: string, isOnDisk: boolean): Promise<void> {
    this.#liveRuns.delete(run);
    if (this.#liveRuns.size === 0) {
      await this.#heartbeat.stop();
    }
    if (isOnDisk) {
      await this.#housekeeping.tidy();
    }
  }

  async #writeIntent(record: JournalRecord): Promise<void> {
    await this.#writer.writeIntent(record);
    this.#add(record);
  }

  #writeFact(record: JournalRecord): Promise<void> {
    const written = this.#writer.writeFact(record);
    this.#add(record);
    return written;
  }

  #add(record: JournalRecord): void {
    this.#memory.add(record);
    this.#teller.tell();
  }

  #stamp(run: string): { run: string; n: number; at: string } {
    const now = this.#now();
    return { run, n: now, at: new Date(now).toISOString() };
  }
}
