import type { Label } from '../api/schema';
import type { JournalAct, JournalOutcome, RunOptions, RunRecorder } from './entry';
import type { JournalFiles } from './files';
import type { JournalRecord, RecordOf } from './segment';
import { SegmentWriter } from './segmentFile';

/** From one outcomes file to the next, in milliseconds: also where there is nothing new, as a sign of life. */
const INTERVAL_MS = 5_000;

interface RecorderDeps {
  readonly files: JournalFiles;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called with what counts from now on. */
  readonly onRecords: (records: readonly JournalRecord[]) => void;
  /** Called once, when it is on disk that the run is over. */
  readonly onEnd: (run: string) => Promise<unknown>;
}

/**
 * Writes the files of one run: one with the plan, and after that one at a time with all that has become of it so far. The
 * older one of these is deleted when the newer one is there.
 */
export class Recorder implements RunRecorder {
  readonly run: string;
  readonly #deps: RecorderDeps;
  readonly #writer: SegmentWriter;
  readonly #labels = new Map<string, RecordOf<'label'>>();
  readonly #outcomes = new Map<string, readonly JournalRecord[]>();
  #begun: RecordOf<'begun'> | undefined;
  #finished: RecordOf<'finished'> | undefined;
  #plan: readonly JournalRecord[] = [];
  #planFile: string | undefined;
  #outcomesFile: string | undefined;
  #begin: Promise<void> | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #nextWrite: Promise<void> | undefined;
  #lastWrite: Promise<void> = Promise.resolve();
  /** Of records: the later one has the higher number, whatever the clock says. */
  #count = 0;

  constructor(run: string, deps: RecorderDeps) {
    this.run = run;
    this.#deps = deps;
    this.#writer = new SegmentWriter(deps.files, run);
  }

  /** All that counts so far. */
  get records(): readonly JournalRecord[] {
    return [...this.#plan, ...this.#progress];
  }

  /** Writes the plan. To be called once, before anything else. @throws JournalStorageError then there is no run. */
  async start(act: JournalAct, labels: readonly Label[], { begins, askedBy }: RunOptions): Promise<void> {
    const names = labels.map(({ id, name }) => ({ id, name }));
    const plan: RecordOf<'plan'> = { kind: 'plan', ...this.#stamp(), act, askedBy, labels: names };
    for (const label of labels) {
      this.#labels.set(label.id, { kind: 'label', ...this.#stamp(), at: plan.at, act, label });
    }
    this.#begun = begins ? { kind: 'begun', ...this.#stamp() } : undefined;
    // It comes last: where the file is cut short, nothing was sent.
    const records = [plan, ...this.#labels.values(), ...(this.#begun ? [this.#begun] : [])];
    this.#planFile = await this.#writer.write(records);
    this.#plan = records;
    this.#begin = begins ? Promise.resolve() : undefined;
    this.#deps.onRecords(records);
    this.#timer = setInterval(() => void this.#write().catch(() => undefined), INTERVAL_MS);
  }

  begin(): Promise<void> {
    this.#begin ??= this.#writeBegun().catch((error: unknown) => {
      this.#begin = undefined;
      throw error;
    });
    return this.#begin;
  }

  ended(label: Label, outcome: JournalOutcome, requestId?: string): void {
    const { id } = label;
    const planned = this.#labels.get(id);
    const hasChanged = planned && JSON.stringify(planned.label) !== JSON.stringify(label);
    const records: readonly JournalRecord[] = [
      // What it was right before the request counts.
      ...(hasChanged ? [{ ...planned, n: this.#stamp().n, label }] : []),
      { kind: 'outcome', ...this.#stamp(), id, outcome, requestId },
    ];
    this.#outcomes.set(id, records);
    this.#deps.onRecords(records);
  }

  async finish(): Promise<void> {
    if (!this.#finished) {
      this.#finished = { kind: 'finished', ...this.#stamp() };
      this.#deps.onRecords([this.#finished]);
    }
    if (this.#timer !== undefined) {
      await this.#write();
    }
  }

  /** What goes into a file with outcomes: one that is cut short does not say that the run is over. */
  get #progress(): readonly JournalRecord[] {
    return [this.#begun, ...[...this.#outcomes.values()].flat(), this.#finished].filter(
      (record) => record !== undefined,
    );
  }

  async #writeBegun(): Promise<void> {
    this.#begun = { kind: 'begun', ...this.#stamp() };
    try {
      await this.#write();
    } catch (error) {
      this.#begun = undefined;
      throw error;
    }
    this.#deps.onRecords([this.#begun]);
  }

  /** Writes what is known when it is its turn: calls before that share one write. */
  #write(): Promise<void> {
    this.#nextWrite ??= this.#lastWrite.then(() => {
      this.#nextWrite = undefined;
      return this.#writeOutcomes();
    });
    this.#lastWrite = this.#nextWrite.catch(() => undefined);
    return this.#nextWrite;
  }

  async #writeOutcomes(): Promise<void> {
    const isLast = this.#finished !== undefined;
    await this.#keepPlan();
    const older = this.#outcomesFile;
    this.#outcomesFile = await this.#writer.write(this.#progress);
    await this.#delete(older);
    if (isLast) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      if (!this.#begin) {
        // Nothing was sent, so that there is nothing to find again.
        await this.#delete(this.#planFile, this.#outcomesFile);
      }
      await this.#deps.onEnd(this.run);
    }
  }

  /** Another window that saw no sign of life for long, as of a computer that slept, may have cleared the journal meanwhile. */
  async #keepPlan(): Promise<void> {
    if (this.#planFile !== undefined && (await this.#deps.files.read(this.#planFile)) === undefined) {
      this.#planFile = await this.#writer.write(this.#plan);
    }
  }

  /** In this order. What stays because that fails says nothing wrong, and is merged later. */
  async #delete(...names: readonly (string | undefined)[]): Promise<void> {
    try {
      for (const name of names) {
        await (name && this.#deps.files.delete(name));
      }
    } catch {
      return;
    }
  }

  #stamp(): { run: string; n: number; at: string } {
    this.#count += 1;
    return { run: this.run, n: this.#count, at: new Date(this.#deps.now()).toISOString() };
  }
}
