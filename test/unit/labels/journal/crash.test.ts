import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../../src/api/schema';
import { createRandom } from '../../../kirim/random';
import { SEED } from '../../seed';
import { makeLabels, runAll, setUp } from './support';

const AFTER_A_MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** How many operations two runs take when nothing happens, with the same chances. */
async function operationsOf(chance: number): Promise<{ afterFirstRun: number; beforeFinish: number; all: number }> {
  const { journal, files } = setUp().open(createRandom(chance));
  let beforeFinish = 0;
  let afterFirstRun = 0;
  for (let run = 0; run < 2; run += 1) {
    afterFirstRun = files.count;
    await runAll(journal, makeLabels(40), { onSend: () => (beforeFinish = files.count) });
  }
  journal.dispose();
  return { afterFirstRun, beforeFinish, all: files.count };
}

/** Dies at that operation of the second run, and compares what was sent with what the next start finds. */
async function dieAt(operation: number, chance: number) {
  const { open, clock, reopenForLong, disk } = setUp();
  const random = createRandom(chance);
  const window = open(random);
  const sent: Label[] = [];
  const onSend = (label: Label) => sent.push(label);
  window.files.crashAt = operation;
  const earlier = makeLabels(40, 'Earlier');
  const later = makeLabels(40, 'Later');
  const runs = (async () => {
    await runAll(window.journal, earlier, { onSend });
    await runAll(window.journal, later, { onSend });
  })();
  await Promise.race([runs, window.files.crashed]);
  await new Promise((resolve) => setImmediate(resolve));
  window.files.freeze();
  window.journal.dispose();
  clock.advance(AFTER_A_MINUTE);
  return {
    sent,
    next: await reopenForLong(),
    planned: [...earlier, ...later],
    disk,
    died: window.files.count >= operation,
  };
}

/** Hundreds of deaths take their time on a busy machine. */
describe(`VS Code dies (seed ${SEED})`, { timeout: 60_000 }, () => {
  const random = createRandom(SEED);

  it.each(Array.from({ length: 20 }, (_, index) => ({ instant: index + 1, chance: random() * 2 ** 32 })))(
    'has every label that was sent, whole, at instant $instant of a run',
    async ({ chance }) => {
      const { beforeFinish } = await operationsOf(chance);
      await expectNothingLost(1 + Math.floor(random() * beforeFinish), chance);
    },
  );

  it('has every label that was sent, whole, at each instant of finishing and merging', async () => {
    const { beforeFinish, all } = await operationsOf(SEED);
    expect(all - beforeFinish).toBeGreaterThan(5);
    for (let operation = beforeFinish - 5; operation <= all; operation += 1) {
      await expectNothingLost(operation, SEED);
    }
  });

  it('never says of a run that finished that it was interrupted, wherever its files are merged', async () => {
    const { all, afterFirstRun } = await operationsOf(SEED);
    for (let operation = afterFirstRun; operation <= all; operation += 1) {
      const { next, sent } = await dieAt(operation, SEED);
      const interrupted = await next.interruptedRuns();
      // The first run did finish; of the second one it depends.
      expect(interrupted.map(({ run }) => run.labels[0]?.name)).not.toContain('Earlier 1');
      for (const { run, entries } of interrupted) {
        expect(run.labels).toHaveLength(40);
        expect(entries.length).toBeGreaterThanOrEqual(sent.length - 40);
      }
    }
  });

  async function expectNothingLost(operation: number, chance: number) {
    const { sent, next, planned, died } = await dieAt(operation, chance);
    expect(died).toBe(true);
    const found = new Map(next.entries.map((entry) => [entry.label.id, entry.label]));
    for (const label of sent) {
      expect(found.get(label.id), `${label.name}, operation ${operation}`).toEqual(label);
    }
    expect(found.size).toBe(next.entries.length);
    expect(next.unreadable).toBe(0);
    for (const id of found.keys()) {
      expect(planned.map((label) => label.id)).toContain(id);
    }
    for (const { label, outcome } of next.entries.filter((entry) => entry.outcome !== undefined)) {
      expect(outcome).toBe('done');
      expect(sent).toContainEqual(label);
    }
  }
});
