import type { JournalEntry, JournalRun } from './entry';
import { type JournalRecord, labelIdOf, type RecordOf } from './segment';

/**
 * What all records together say. The order in which they are added makes no difference, nor does adding one twice: the
 * windows write and merge at the same time, so that a record may be in several files.
 */
export class JournalState {
  /** The last record of each key, by run. */
  readonly #runs = new Map<string, Map<string, JournalRecord>>();
  #entries: readonly JournalEntry[] | undefined;

  constructor(records: Iterable<JournalRecord> = []) {
    this.add(records);
  }

  add(records: Iterable<JournalRecord>): void {
    this.#entries = undefined;
    for (const record of records) {
      const known = this.#runs.get(record.run) ?? new Map<string, JournalRecord>();
      this.#runs.set(record.run, known);
      const key = keyOf(record.kind, labelIdOf(record));
      const earlier = known.get(key);
      if (!earlier || isLater(record, earlier)) {
        known.set(key, record);
      }
    }
  }

  /** Each label of each run that a request was sent for, or may have been; newest first. */
  get entries(): readonly JournalEntry[] {
    this.#entries ??= [...this.#runs.values()]
      .flatMap((records) => [...records.values()])
      .filter((record) => record.kind === 'label')
      .sort((a, b) => order(b.at, a.at) || order(b.run, a.run) || b.n - a.n || order(b.label.id, a.label.id))
      .flatMap((record) => this.#entryOf(record) ?? []);
    return this.#entries;
  }

  /** The entries of one run, newest first. */
  entriesOf(run: string): readonly JournalEntry[] {
    return this.entries.filter((entry) => entry.run === run);
  }

  get runIds(): readonly string[] {
    return [...this.#runs.keys()];
  }

  runOf(id: string): JournalRun | undefined {
    const plan = this.#get(id, 'plan');
    return plan && { id, act: plan.act, startedAt: plan.at, labels: plan.labels };
  }

  /** Whether requests may have been sent. */
  hasBegun(run: string): boolean {
    return this.#get(run, 'begun') !== undefined;
  }

  /** Whether the run neither finished nor was said to be interrupted. */
  isOpen(run: string): boolean {
    return this.#get(run, 'plan') !== undefined && !this.#get(run, 'finished') && !this.#get(run, 'acknowledged');
  }

  /** All records of a run that count: none that a later one replaced. */
  recordsOf(run: string): readonly JournalRecord[] {
    return [...(this.#runs.get(run)?.values() ?? [])];
  }

  /** Undefined where no request was sent for the label. */
  #entryOf({ run, act, label, at }: RecordOf<'label'>): JournalEntry | undefined {
    const outcome = this.#get(run, 'outcome', label.id);
    if (!outcome && (!this.hasBegun(run) || this.#get(run, 'finished'))) {
      return undefined;
    }
    return {
      run,
      act,
      askedBy: this.#get(run, 'plan')?.askedBy,
      label,
      startedAt: at,
      outcome: outcome?.outcome,
      endedAt: outcome?.at,
      requestId: outcome?.requestId,
      recreatedAs: this.#get(run, 'recreated', label.id)?.newId,
      restored: this.#get(run, 'restored', label.id) && true,
    };
  }

  #get<Kind extends JournalRecord['kind']>(run: string, kind: Kind, labelId?: string): RecordOf<Kind> | undefined {
    return this.#runs.get(run)?.get(keyOf(kind, labelId)) as RecordOf<Kind> | undefined;
  }
}

function keyOf(kind: JournalRecord['kind'], labelId = ''): string {
  return `${kind} ${labelId}`;
}

function isLater(a: JournalRecord, b: JournalRecord): boolean {
  return a.n > b.n || (a.n === b.n && JSON.stringify(a) > JSON.stringify(b));
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
