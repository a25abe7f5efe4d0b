import { expect, it, vi } from 'vitest';
import { Journal } from '../../../../src/journal/journal';
import { deleteOperation } from '../../../../src/operations/deleteLabels';
import { createRandom } from '../../../../src/sample/server/random';
import { SEED } from '../../seed';
import { MemoryDisk, MemoryFiles } from '../../journal/memoryFiles';
import { lookForLong } from '../../journal/support';
import { OperationWindow } from './operationWindow';
import type { SimulatedClock } from './simulatedClock';
import { Simulation } from './support';

const COUNT = 60;

/** A disk that is slower than the network at times, so that whoever does not wait for it is found out. */
class SlowFiles extends MemoryFiles {
  constructor(
    disk: MemoryDisk,
    private readonly clock: SimulatedClock,
    private readonly random: () => number,
  ) {
    super(disk, random);
  }

  override async create(name: string, text: string): Promise<void> {
    await this.clock.sleep(this.random() * 150);
    await super.create(name, text);
  }
}

/**
 * VS Code is killed at some moment of a run: nothing is written any more and no request leaves, but those that left arrive.
 * What the server has deleted is compared with what the next start finds.
 */
async function killAt(seconds: number, chance: number) {
  const simulation = new Simulation({ perMinute: 60, labels: COUNT, jitter: 0.5, seed: chance });
  const { clock, organization, kirim } = simulation;
  const disk = new MemoryDisk();
  const files = new SlowFiles(disk, clock, createRandom(chance));
  const before = [...organization.labels()];
  const window = await OperationWindow.open(simulation.openWindow(), files);
  let isKilled = false as boolean;
  const connected = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string, init: RequestInit) =>
    isKilled ? new Promise(() => undefined) : connected(input, init),
  );
  void window.operate(
    deleteOperation,
    before.map((label) => ({ label })),
  );
  await clock.until(clock.sleep(seconds * 1000));
  files.freeze();
  isKilled = true;
  window.dispose();
  // What is on its way arrives, and a minute later VS Code is started again.
  await clock.until(clock.sleep(60_000));
  vi.useFakeTimers();
  const next = new Journal(new MemoryFiles(disk), { now: () => clock.now() });
  await next.load();
  await lookForLong();
  const [interrupted] = await next.interruptedRuns();
  next.dispose();
  vi.useRealTimers();
  const gone = before.filter(({ id }) => !organization.labels().some((label) => label.id === id));
  return { before, gone, next, interrupted, requests: kirim.requests.count({ method: 'DELETE' }) };
}

it(
  `has each label that KirimChat deleted, whole, at 20 random instants of a run (seed ${SEED})`,
  { timeout: 60_000 },
  async () => {
    const random = createRandom(SEED);
    const found: string[] = [];
    for (let instant = 0; instant < 20; instant += 1) {
      // The bucket gives 45 within a second, and then one a second.
      const seconds = random() * (instant % 2 === 0 ? 1 : 11);
      const { before, gone, next, interrupted, requests } = await killAt(seconds, Math.floor(random() * 2 ** 31));
      const journaled = new Map(next.entries.map(({ label }) => [label.id, label]));
      for (const label of gone) {
        expect(journaled.get(label.id), `${label.name} at ${seconds} s`).toEqual(label);
      }
      // As long as nothing was sent, nothing is said to have been.
      expect(interrupted?.hasBegun === true || gone.length === 0).toBe(true);
      expect(requests).toBe(gone.length);
      if (gone.length > 0 && gone.length < COUNT) {
        expect(interrupted?.run.labels.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      }
      // What is said to be deleted is; what is not certain, the list tells.
      for (const { label, outcome } of next.entries) {
        expect(outcome === undefined || gone.some(({ id }) => id === label.id)).toBe(true);
      }
      found.push(`${seconds.toFixed(1)} s: ${gone.length} deleted`);
    }
    expect(new Set(found).size).toBeGreaterThan(10);
    console.log(`Killed at 20 instants, nothing lost (seed ${SEED}):\n  ${found.join('\n  ')}`);
  },
);
