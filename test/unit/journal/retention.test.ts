import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { JournalAct, JournalOutcome } from '../../../src/journal/entry';
import type { Journal } from '../../../src/journal/journal';
import { recentlyDeleted } from '../../../src/labels/recentlyDeleted';
import { restorable } from '../../../src/labels/retirement';
import { wholeListOf } from '../labels/fakes';
import { lookForLong, makeLabels, setUp } from './support';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function takeDown(journal: Journal, act: JournalAct, count: number, name: string): Promise<string> {
  return takeDownAs(journal, act, makeLabels(count, name), () => 'done');
}

async function takeDownAs(
  journal: Journal,
  act: JournalAct,
  labels: readonly Label[],
  outcomeOf: (index: number) => JournalOutcome,
): Promise<string> {
  const recorder = await journal.startRun(act, labels);
  await Promise.all(labels.map((label) => recorder.sending(label)));
  await Promise.all(labels.map((label, index) => recorder.ended(label, outcomeOf(index))));
  await recorder.finish();
  return recorder.run;
}

const count = ({ entries }: Pick<Journal, 'entries'>, act: JournalAct) =>
  entries.filter((entry) => entry.act === act).length;

describe('what is remembered', () => {
  it('is the last 1,000 labels of each act', async () => {
    const { open, clock, reopen, disk } = setUp();
    const { journal } = open();
    const oldest = await takeDown(journal, 'delete', 30, 'Oldest');
    clock.advance(1000);
    const old = await takeDown(journal, 'delete', 20, 'Old');
    clock.advance(1000);
    await takeDown(journal, 'retire', 10, 'Retired');
    clock.advance(1000);
    await takeDown(journal, 'delete', 990, 'New');
    for (const { entries } of [journal, await reopen()]) {
      expect(count({ entries }, 'delete')).toBe(1000);
      expect(count({ entries }, 'retire')).toBe(10);
    }
    const next = await reopen();
    expect(next.entriesOf(oldest)).toEqual([]);
    expect(next.runOf(oldest)).toBeUndefined();
    // The run is remembered as a whole, its labels as far as they are among the last ones.
    expect(next.entriesOf(old)).toHaveLength(10);
    expect(next.runOf(old)?.labels).toHaveLength(20);
    expect(disk.names).toHaveLength(1);
    expect([...disk.texts.values()].join()).not.toContain('Oldest');
  });

  it('is all of the newest run, so that it can be taken back completely, until the next one comes', async () => {
    const { open, clock, reopen } = setUp();
    const { journal } = open();
    await takeDown(journal, 'delete', 10, 'Old');
    clock.advance(1000);
    const long = await takeDown(journal, 'delete', 1200, 'Long');
    for (const known of [journal, await reopen()]) {
      expect(count(known, 'delete')).toBe(1200);
      expect(known.entriesOf(long)).toHaveLength(1200);
    }
    clock.advance(1000);
    await takeDown(journal, 'delete', 1, 'Next');
    expect(count(await reopen(), 'delete')).toBe(1000);
  });

  it('is all of a run that is on, and of one that broke off until that was said', async () => {
    const { open, clock, reopen } = setUp();
    const broken = open();
    const labels = makeLabels(5, 'Broken');
    const recorder = await broken.journal.startRun('delete', labels);
    await Promise.all(labels.map((label) => recorder.sending(label)));
    await Promise.all(labels.map((label) => recorder.ended(label, 'done')));
    broken.files.freeze();
    clock.advance(60_000);

    const { journal } = open();
    const others = makeLabels(3, 'Lasting');
    const lasting = await journal.startRun('delete', others);
    await Promise.all(others.map((label) => lasting.sending(label)));
    await Promise.all(others.map((label) => lasting.ended(label, 'done')));
    clock.advance(1000);
    await takeDown(journal, 'delete', 1000, 'New');
    for (const known of [journal, await reopen()]) {
      expect(known.entriesOf(recorder.run)).toHaveLength(5);
      expect(known.entriesOf(lasting.run)).toHaveLength(3);
      expect(count(known, 'delete')).toBe(1000);
    }
    await lookForLong();
    const [interrupted] = await journal.interruptedRuns();
    expect(interrupted?.entries).toHaveLength(5);

    await journal.acknowledge(recorder.run);
    await lasting.finish();
    const next = await reopen();
    expect(next.entriesOf(recorder.run)).toEqual([]);
    expect(next.entriesOf(lasting.run)).toEqual([]);
    broken.journal.dispose();
  });

  it('does not turn a run into an interrupted one when half of its files cannot be merged', async () => {
    const { open, clock, reopenForLong, disk } = setUp();
    const { journal } = open();
    const run = await takeDown(journal, 'delete', 3, 'Old');
    const [plan] = disk.segments;
    expect.assert(plan);
    // As if the plan lay in a file of its own that has seen better days.
    const lines =
      disk.texts
        .get(plan)
        ?.split('\n')
        .filter((line) => !line.includes('"finished"')) ?? [];
    disk.texts.set('0000000000001-w-000001.jsonl', [...lines, 'damaged', ''].join('\n'));
    clock.advance(60_000);
    await takeDown(journal, 'delete', 1000, 'New');
    clock.advance(60_000);
    const next = await reopenForLong();
    expect(next.runOf(run)?.labels).toHaveLength(3);
    expect(await next.interruptedRuns()).toEqual([]);
    expect(count(next, 'delete')).toBe(1000);
  });
});

describe('what took effect', () => {
  /** By what it says at the end: what was tried is on the list. */
  const deletedOf = (journal: Journal, listed: readonly Label[] = []) =>
    recentlyDeleted(journal.entries, { latest: wholeListOf(...listed), labels: listed }).length;

  it.each(['failed', 'inDoubt'] as const)('is not forgotten for many tries that are %s', async (outcome) => {
    const { open, clock, reopen } = setUp();
    const { journal } = open();
    const other = open().journal;
    await takeDown(journal, 'delete', 150, 'Deleted');
    const tried = makeLabels(1300, 'Tried');
    for (let time = 0; time < 2; time += 1) {
      clock.advance(1000);
      await takeDownAs(journal, 'delete', tried, () => outcome);
      clock.advance(1000);
      await takeDownAs(other, 'delete', tried.slice(0, 250), () => outcome);
    }
    await journal.load();
    for (const known of [journal, other, await reopen()]) {
      expect(deletedOf(known, tried)).toBe(150);
    }
  });

  it('is not forgotten for labels that were found to be gone again and again', async () => {
    const { open, clock, reopen } = setUp();
    const { journal } = open();
    await takeDown(journal, 'delete', 150, 'Deleted');
    const gone = makeLabels(250, 'Gone');
    for (let time = 0; time < 4; time += 1) {
      clock.advance(1000);
      await takeDownAs(journal, 'delete', gone, () => 'alreadyGone');
    }
    for (const known of [journal, await reopen()]) {
      expect(deletedOf(known)).toBe(400);
    }
  });

  it('is all of the last run in which something did, whatever failed after it, in whichever window', async () => {
    const { open, clock, reopen } = setUp();
    const { journal } = open();
    await takeDown(journal, 'delete', 1500, 'Long');
    for (const outcome of ['failed', 'inDoubt'] as const) {
      clock.advance(1000);
      await takeDownAs(open().journal, 'delete', makeLabels(1, outcome), () => outcome);
      await journal.load();
      for (const known of [journal, await reopen()]) {
        expect(known.entries.filter((entry) => entry.outcome === 'done')).toHaveLength(1500);
      }
    }
    const [newest] = (await reopen()).entries;
    expect(newest?.label.name).toBe('inDoubt 1');
  });

  it('is kept of a run that half failed', async () => {
    const { open, clock, reopen } = setUp();
    const { journal } = open();
    const run = await takeDownAs(journal, 'delete', makeLabels(2400), (index) => (index % 2 ? 'failed' : 'done'));
    clock.advance(1000);
    await takeDownAs(journal, 'delete', makeLabels(1, 'Failed'), () => 'failed');
    for (const known of [journal, await reopen()]) {
      expect(known.entriesOf(run).filter(({ outcome }) => outcome === 'done')).toHaveLength(1200);
      expect(deletedOf(known)).toBe(1200);
    }
  });

  it.each(['failed', 'alreadyGone', 'inDoubt'] as const)(
    'of labels that were retired is not forgotten for others that are %s',
    async (outcome) => {
      const { open, clock, reopen } = setUp();
      const { journal } = open();
      await takeDown(journal, 'retire', 150, 'Retired');
      const others = makeLabels(1100, 'Other');
      clock.advance(1000);
      await takeDownAs(journal, 'retire', others, () => outcome);
      for (const known of [journal, await reopen()]) {
        const names = restorable(known.entries).map(({ label }) => label.name);
        expect(names.filter((name) => name.startsWith('Retired'))).toHaveLength(150);
      }
    },
  );

  it('leaves no room without a bound to what failed', async () => {
    const { open, clock, reopen } = setUp();
    const { journal } = open();
    for (let time = 0; time < 3; time += 1) {
      clock.advance(1000);
      await takeDownAs(journal, 'delete', makeLabels(500), () => 'failed');
    }
    expect((await reopen()).entries).toHaveLength(1000);
  });

  it('is settled once a label was created again, though it was tried to delete it once more', async () => {
    const { open, clock, reopen } = setUp();
    const { journal } = open();
    const labels = makeLabels(1);
    await takeDownAs(journal, 'delete', labels, () => 'done');
    const [entry] = journal.entries;
    expect.assert(entry);
    await journal.recreated(entry, 'lbl_new');
    clock.advance(1000);
    await takeDownAs(journal, 'delete', labels, () => 'alreadyGone');
    for (const known of [journal, await reopen()]) {
      expect(deletedOf(known)).toBe(0);
    }
  });
});

describe('clearing', () => {
  it('removes everything that is over', async () => {
    const { open, disk, reopen, clock } = setUp();
    const broken = open();
    await broken.journal.startRun('delete', makeLabels(1, 'Broken'));
    broken.files.freeze();
    clock.advance(60_000);
    const { journal } = open();
    await takeDown(journal, 'delete', 5, 'Done');
    await lookForLong();
    await journal.clear();
    expect(disk.names).toEqual([]);
    expect(journal.entries).toEqual([]);
    expect((await reopen()).entries).toEqual([]);
    broken.journal.dispose();
  });

  it('leaves the runs that are on, in this window and in another one', async () => {
    const { open, reopen, disk } = setUp();
    const [own, other] = [open().journal, open().journal];
    const [first, second] = [makeLabels(2, 'Own'), makeLabels(2, 'Other')];
    const [a, b] = [await own.startRun('delete', first), await other.startRun('delete', second)];
    for (const [recorder, labels] of [[a, first] as const, [b, second] as const]) {
      for (const label of labels) {
        await recorder.sending(label);
      }
    }
    await takeDown(own, 'delete', 3, 'Done');
    // A note about a run that is over lies in one file with a label of a run that is on.
    const [done] = own.entries.filter(({ outcome }) => outcome === 'done');
    expect.assert(done);
    const [last] = makeLabels(1, 'Own last');
    expect.assert(last);
    await Promise.all([own.recreated(done, 'lbl_x'), a.sending(last)]);
    // And so does a label of a run that ends now.
    const [short, after] = makeLabels(2, 'Own later');
    expect.assert(short && after);
    const ending = await own.startRun('delete', [short]);
    await Promise.all([ending.sending(short), a.sending(after)]);
    await ending.finish();

    const othersFiles = disk.segments.filter((name) => disk.texts.get(name)?.includes('Other'));
    await own.clear();
    expect(disk.segments).toEqual(expect.arrayContaining(othersFiles));
    for (const journal of [own, await reopen()]) {
      expect(journal.entries.map(({ label }) => label.name).sort()).toEqual([
        'Other 1',
        'Other 2',
        'Own 1',
        'Own 2',
        'Own last 1',
        'Own later 2',
      ]);
    }
    await Promise.all([a.finish(), b.finish()]);
    expect((await reopen()).entries).toHaveLength(6);
    const next = await reopen();
    await lookForLong();
    expect(await next.interruptedRuns()).toEqual([]);
  });

  it('leaves no half of a run behind that would tell another story, should VS Code die meanwhile', async () => {
    for (let operation = 1; operation < 20; operation += 1) {
      const { open, reopenForLong, clock, disk } = setUp();
      const writer = open();
      const [label] = makeLabels(1);
      expect.assert(label);
      const recorder = await writer.journal.startRun('delete', [label]);
      await recorder.sending(label);
      await recorder.ended(label, 'done');
      // Nothing is merged.
      writer.files.list = () => Promise.reject(new Error('locked'));
      await recorder.finish();
      expect(disk.segments).toHaveLength(4);
      clock.advance(60_000);
      const dying = open();
      dying.files.crashAt = operation;
      await Promise.race([dying.journal.clear(), dying.files.crashed]);
      dying.files.freeze();
      const next = await reopenForLong();
      expect(await next.interruptedRuns()).toEqual([]);
      expect(next.entries.filter(({ outcome }) => outcome === undefined)).toEqual([]);
      for (const journal of [writer.journal, dying.journal]) {
        journal.dispose();
      }
    }
  });
});
