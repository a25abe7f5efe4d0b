import type { JournalEntry, JournalRun } from './entry';
import type { JournalRecord, RecordOf } from './record';

interface LabelSlot {
  sent?: RecordOf<'sent'>;
  outcome?: RecordOf<'outcome'>;
  recreated?: RecordOf<'recreated'>;
  restored?: RecordOf<'restored'>;
}

interface RunSlot {
  plan?: RecordOf<'plan'>;
  finished?: RecordOf<'finished'>;
  acknowledged?: RecordOf<'acknowledged'>;
  readonly labels: Map<string, LabelSlot>;
}

/**
 * What all records together say. The order in which they are added makes no difference, nor does adding one twice: the
 * windows write and tidy up at the same time, so that a record may be in several files.
 */
export class JournalState {
  readonly #runs = new Map<string, RunSlot>();
  #entries: readonly JournalEntry[] | undefined;

  add(record: JournalRecord): void {
    this.#entries = undefined;
    const run = this.#run(record.run);
    switch (record.kind) {
      case 'plan':
        run.plan = later(run.plan, record);
        break;
      case 'finished':
        run.finished = later(run.finished, record);
        break;
      case 'acknowledged':
        run.acknowledged = later(run.acknowledged, record);
        break;
      case 'sent': {
        const label = labelOf(run, record.label.id);
        label.sent = later(label.sent, record);
        break;
      }
      case 'outcome': {
        const label = labelOf(run, record.id);
        label.outcome = later(label.outcome, record);
        break;
      }
      case 'recreated': {
        const label = labelOf(run, record.id);
        label.recreated = later(label.recreated, record);
        break;
      }
      case 'restored': {
        const label = labelOf(run, record.id);
        label.restored = later(label.restored, record);
        break;
      }
    }
  }

  /** Every label of every run once, newest first. */
  get entries(): readonly JournalEntry[] {
    this.#entries ??= [...this.#runs.values()]
      .flatMap(({ labels }) => [...labels.values()])
      .flatMap(({ sent, ...rest }) => (sent ? [{ sent, entry: entryOf({ ...rest, sent }) }] : []))
      .sort(
        ({ sent: a }, { sent: b }) =>
          order(b.at, a.at) || b.n - a.n || order(b.run, a.run) || order(b.label.id, a.label.id),
      )
      .map(({ entry }) => entry);
    return this.#entries;
  }

  /** The labels of one run, newest first. */
  entriesOf(run: string): readonly JournalEntry[] {
    return this.entries.filter((entry) => entry.run === run);
  }

  get runIds(): string[] {
    return [...this.#runs.keys()];
  }

  runOf(id: string): JournalRun | undefined {
    const plan = this.#runs.get(id)?.plan;
    return plan && { id, act: plan.act, startedAt: plan.at, labels: plan.labels };
  }

  /** The window that carries the run out, or did. */
  windowOf(id: string): string | undefined {
    return this.#runs.get(id)?.plan?.window;
  }

  /** Whether the run neither finished nor was said to be interrupted. */
  isOpen(id: string): boolean {
    const { plan, finished, acknowledged } = this.#runs.get(id) ?? {};
    return plan !== undefined && !finished && !acknowledged;
  }

  /**
   * All that matters of a run, without what later records replaced.
   *
   * @param keeps where given, says which labels are to be remembered; of a run without any left nothing remains.
   */
  recordsOf(id: string, keeps?: (labelId: string) => boolean): JournalRecord[] {
    const { plan, finished, acknowledged, labels = new Map<string, LabelSlot>() } = this.#runs.get(id) ?? {};
    const kept = keeps ? [...labels].filter(([labelId]) => keeps(labelId)) : [...labels];
    if (keeps && kept.length === 0) {
      return [];
    }
    return [
      plan,
      finished,
      acknowledged,
      ...kept.flatMap(([, { sent, outcome, recreated, restored }]) => [sent, outcome, recreated, restored]),
    ].filter((record) => record !== undefined);
  }

  #run(id: string): RunSlot {
    let run = this.#runs.get(id);
    if (!run) {
      run = { labels: new Map() };
      this.#runs.set(id, run);
    }
    return run;
  }
}

function labelOf({ labels }: RunSlot, id: string): LabelSlot {
  let label = labels.get(id);
  if (!label) {
    label = {};
    labels.set(id, label);
  }
  return label;
}

function entryOf({ sent, outcome, recreated, restored }: LabelSlot & { sent: RecordOf<'sent'> }): JournalEntry {
  // What came of an earlier request for the same label says nothing about a later one.
  const ended = outcome && outcome.n > sent.n ? outcome : undefined;
  return {
    run: sent.run,
    act: sent.act,
    label: sent.label,
    sentAt: sent.at,
    outcome: ended?.outcome,
    endedAt: ended?.at,
    requestId: ended?.requestId,
    recreatedAs: recreated?.newId,
    restored: restored && true,
  };
}

function later<Kind extends JournalRecord>(a: Kind | undefined, b: Kind): Kind {
  const difference = a ? b.n - a.n || order(JSON.stringify(b), JSON.stringify(a)) : 1;
  return a && difference <= 0 ? a : b;
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
