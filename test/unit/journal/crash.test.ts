import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { JournalEntry } from '../../../src/journal/entry';
import { createRandom } from '../../../src/sample/server/random';
import { SEED } from '../seed';
import { makeLabels, runAll, setUp } from './support';

const REQUEST_MS = 3_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/**
 * Two runs of 20 labels, the second of which can be undone at first, with enough files between them that all are merged in
 * the end; until it is over, or the window dies at an operation on its files.
 */
async function live(chance: number, crashAt = Infinity) {
  const setting = setUp();
  const { files, journal } = setting.open(createRandom(chance));
  files.crashAt = crashAt;
  const [earlier, later] = [makeLabels(20, 'Earlier'), makeLabels(20, 'Later')];
  const sent: Label[] = [];
  const options = {
    onSend: (label: Label) => sent.push(label),
    pause: () => new Promise<void>((resolve) => setTimeout(resolve, REQUEST_MS)),
  };
  let isEarlierOver = false as boolean;
  let isOver = false as boolean;
  void files.crashed.then(() => (isOver = true));
  void (async () => {
    await runAll(journal, earlier, options);
    isEarlierOver = true;
    const [entry] = journal.entries;
    expect.assert(entry);
    for (let time = 0; time < 16; time += 1) {
      await journal.recreated(entry, `lbl_${time}`);
    }
    await runAll(journal, later, { ...options, begins: false });
    await journal.load();
    isOver = true;
  })();
  while (!isOver) {
    await vi.advanceTimersByTimeAsync(REQUEST_MS);
  }
  files.freeze();
  journal.dispose();
  return { ...setting, files, sent, planned: [...earlier, ...later], isEarlierOver };
}

/** Hundreds of deaths take their time on a busy machine. */
describe(`VS Code dies (seed ${SEED})`, { timeout: 60_000 }, () => {
  const random = createRandom(SEED);

  it.each(Array.from({ length: 3 }, (_, index) => ({ time: index + 1, chance: random() * 2 ** 32 })))(
    'has every label that was sent, whole, at each operation on the files, and tells how far it came, time $time',
    async ({ chance }) => {
      const { files, disk } = await live(chance);
      expect(disk.names).toHaveLength(1);
      expect(files.count).toBeGreaterThan(60);
      for (let operation = 1; operation <= files.count; operation += 1) {
        await expectNothingLost(chance, operation);
      }
    },
  );

  async function expectNothingLost(chance: number, operation: number) {
    const { sent, planned, isEarlierOver, reopenForLong } = await live(chance, operation);
    const next = await reopenForLong();
    const found = new Map(next.entries.map(({ label }) => [label.id, label]));
    for (const label of sent) {
      expect(found.get(label.id), `${label.name}, operation ${operation}`).toEqual(label);
    }
    expect(found.size).toBe(next.entries.length);
    expect(next.unreadable).toBe(0);
    const [sentIds, plannedIds] = [sent, planned].map((labels) => new Set(labels.map(({ id }) => id)));
    const isTrue = ({ label: { id }, outcome }: JournalEntry) =>
      plannedIds?.has(id) && (outcome === undefined || (outcome === 'done' && sentIds?.has(id)));
    expect(next.entries.filter((entry) => !isTrue(entry))).toEqual([]);
    const interrupted = await next.interruptedRuns();
    expect(interrupted.length).toBeLessThanOrEqual(1);
    for (const { run, entries, hasBegun } of interrupted) {
      expect(run.labels).toHaveLength(20);
      expect(isEarlierOver && run.labels[0]?.name === 'Earlier 1').toBe(false);
      expect(entries).toHaveLength(hasBegun ? 20 : 0);
    }
    next.dispose();
  }
});
