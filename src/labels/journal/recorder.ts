import type { Label } from '../../api/schema';
import type { JournalAct, JournalOutcome, RunRecorder } from './entry';
import type { JournalRecord } from './record';

/** Where a recorder's records go. */
export interface RecordSink {
  now(): number;
  writeIntent(record: JournalRecord): Promise<void>;
  writeFact(record: JournalRecord): Promise<void>;
  /** The run is over. Where that is not on disk, it goes with the next write. */
  ended(run: string, isOnDisk: boolean): Promise<void>;
}

export class Recorder implements RunRecorder {
  readonly run: string;
  readonly #act: JournalAct;
  readonly #sink: RecordSink;
  #count = -1;
  /** Its label is on disk already, for one request. */
  #writtenAhead: string | undefined;

  constructor(run: string, act: JournalAct, sink: RecordSink) {
    this.run = run;
    this.#act = act;
    this.#sink = sink;
  }

  /** Writes the plan, before anything else; with the label, where one is sent right after that. */
  async start(window: string, labels: readonly Label[], sentNext?: Label): Promise<void> {
    const plan = labels.map(({ id, name }) => ({ id, name }));
    const written = [this.#sink.writeIntent({ kind: 'plan', ...this.#next(), act: this.#act, window, labels: plan })];
    if (sentNext) {
      written.push(this.sending(sentNext));
    }
    await Promise.all(written);
    this.#writtenAhead = sentNext?.id;
  }

  sending(label: Label): Promise<void> {
    if (this.#writtenAhead === label.id) {
      this.#writtenAhead = undefined;
      return Promise.resolve();
    }
    return this.#sink.writeIntent({ kind: 'sent', ...this.#next(), act: this.#act, label });
  }

  async ended({ id }: Label, outcome: JournalOutcome, requestId?: string): Promise<void> {
    const record = { kind: 'outcome', ...this.#next(), id, outcome, requestId } as const;
    await this.#sink.writeFact(record).catch(() => undefined);
  }

  async finish(): Promise<void> {
    let isOnDisk = false;
    try {
      await this.#sink.writeFact({ kind: 'finished', ...this.#next() });
      isOnDisk = true;
    } finally {
      // Also where it failed: nobody may call again, and a window that went on beating would never let go of the files.
      await this.#sink.ended(this.run, isOnDisk);
    }
  }

  /** Counts up, so that an outcome belongs to the request before it, whatever the clock says. */
  #next(): { run: string; n: number; at: string } {
    this.#count += 1;
    return { run: this.run, n: this.#count, at: new Date(this.#sink.now()).toISOString() };
  }
}
