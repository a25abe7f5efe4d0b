import { vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { JournalAct, JournalOutcome, RunRecorder } from '../../../src/journal/entry';
import { Journal } from '../../../src/journal/journal';
import { Ids } from '../../../src/sample/server/ids';
import { ManualClock } from '../../kirim/clock';
import { MemoryDisk, MemoryFiles } from './memoryFiles';

const ids = new Ids(1);

/** A label with an id as KirimChat makes them. */
export function makeLabel(name: string, more: Partial<Label> = {}): Label {
  return {
    object: 'label',
    id: ids.next('lbl', Date.parse('2026-01-01T00:00:00Z')),
    name,
    color: 'teal',
    team_id: 'team_1',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-02T00:00:00Z',
    ...more,
  };
}

export function makeLabels(count: number, name = 'Label'): Label[] {
  return Array.from({ length: count }, (_, index) => makeLabel(`${name} ${index + 1}`));
}

let idCount = 0;

/** So long a window looks before it knows which others are gone. Timers have to be fake ones. */
export async function lookForLong(): Promise<void> {
  await vi.advanceTimersByTimeAsync(31_000);
}

/** One folder, one clock, and as many windows as a test opens. */
export function setUp() {
  const disk = new MemoryDisk();
  const clock = new ManualClock();
  const open = (random?: () => number) => {
    const files = new MemoryFiles(disk, random);
    const journal = new Journal(files, { now: () => clock.now(), randomId: () => `id-${(idCount += 1)}` });
    return { files, journal };
  };
  /** What a window that is opened now finds. */
  const reopen = async () => {
    const { journal } = open();
    await journal.load();
    return journal;
  };
  /** As `reopen`, when it has looked for long enough. */
  const reopenForLong = async () => {
    const journal = await reopen();
    await lookForLong();
    return journal;
  };
  return { disk, clock, open, reopen, reopenForLong };
}

export const names = ({ entries }: Pick<Journal, 'entries'>): string[] => entries.map(({ label }) => label.name).sort();

/** Writes down a run in which each label ended as `outcomeOf` says; undefined is one that nothing was sent for. */
export async function writeRun(
  journal: Journal,
  labels: readonly Label[],
  { act = 'delete', outcomeOf = () => 'done' }: RunOptions = {},
): Promise<RunRecorder> {
  const recorder = await journal.startRun(act, labels, { begins: true });
  for (const [index, label] of labels.entries()) {
    const outcome = outcomeOf(index);
    if (outcome) {
      recorder.ended(label, outcome, `req_${label.name}`);
    }
  }
  await recorder.finish();
  return recorder;
}

/** Writes so many files of runs without labels that the next load merges all that is over. */
export async function mergeAll(journal: Journal): Promise<void> {
  for (let run = 0; run < 9; run += 1) {
    await writeRun(journal, []);
  }
  await journal.load();
}

interface RunOptions {
  readonly act?: JournalAct;
  readonly outcomeOf?: (index: number) => JournalOutcome | undefined;
}

/** Eight workers that share a list of labels, as a run with eight requests at a time does. */
export async function runAll(
  journal: Journal,
  labels: readonly Label[],
  { begins = true, onSend = () => undefined, pause = async () => Promise.resolve() }: SendOptions = {},
): Promise<RunRecorder> {
  const recorder = await journal.startRun('delete', labels, { begins });
  const left = [...labels];
  const work = async () => {
    for (let label = left.shift(); label; label = left.shift()) {
      await recorder.begin();
      onSend(label);
      await pause();
      recorder.ended(label, 'done', `req_${label.name}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  await recorder.finish();
  return recorder;
}

interface SendOptions {
  readonly begins?: boolean;
  /** The request went out: from here on the label may be lost at the server. */
  readonly onSend?: (label: Label) => void;
  /** How long the request takes. */
  readonly pause?: () => Promise<void>;
}
