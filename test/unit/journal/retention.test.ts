import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { JournalAct } from '../../../src/journal/entry';
import type { Journal } from '../../../src/journal/journal';
import { recentlyDeleted } from '../../../src/labels/recentlyDeleted';
import { wholeListOf } from '../labels/fakes';
import { lookForLong, makeLabels, mergeAll, names, setUp, writeRun } from './support';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** As `setUp`, but whoever reopens finds what is left when all was merged. */
function setUpMerging() {
  const setting = setUp();
  const reopen = async () => {
    const { journal } = setting.open();
    await mergeAll(journal);
    journal.dispose();
    return setting.reopen();
  };
  return { ...setting, reopen };
}

const count = ({ entries }: Pick<Journal, 'entries'>, act: JournalAct) =>
  entries.filter((entry) => entry.act === act).length;

describe('what is remembered', () => {
  it('is the last 1,000 labels of each act', async () => {
    const { open, clock, reopen, disk } = setUpMerging();
    const { journal } = open();
    const oldest = await writeRun(journal, makeLabels(30, 'Oldest'));
    clock.advance(1000);
    const old = await writeRun(journal, makeLabels(20, 'Old'));
    clock.advance(1000);
    await writeRun(journal, makeLabels(10, 'Retired'), { act: 'retire' });
    clock.advance(1000);
    await writeRun(journal, makeLabels(990, 'New'));
    const next = await reopen();
    for (const { entries } of [journal, next]) {
      expect(count({ entries }, 'delete')).toBe(1000);
      expect(count({ entries }, 'retire')).toBe(10);
    }
    expect(next.entriesOf(oldest.run)).toEqual([]);
    expect(next.runOf(oldest.run)).toBeUndefined();
    // The run is remembered as a whole, its labels as far as they are among the last ones.
    expect(next.entriesOf(old.run)).toHaveLength(10);
    expect(next.runOf(old.run)?.labels).toHaveLength(20);
    expect(disk.names).toHaveLength(1);
    expect([...disk.texts.values()].join()).not.toContain('Oldest');
  });

  it('is all of the newest run, so that it can be taken back completely, until the next one comes', async () => {
    const { open, clock, reopen } = setUpMerging();
    const { journal } = open();
    await writeRun(journal, makeLabels(10, 'Old'));
    clock.advance(1000);
    const long = await writeRun(journal, makeLabels(1200, 'Long'));
    for (const known of [journal, await reopen()]) {
      expect(count(known, 'delete')).toBe(1200);
      expect(known.entriesOf(long.run)).toHaveLength(1200);
    }
    clock.advance(1000);
    await writeRun(journal, makeLabels(1, 'Next'));
    expect(count(await reopen(), 'delete')).toBe(1000);
  });

  it('is all of a run that is on, and of one that broke off until that was said', async () => {
    const { open, clock, reopen } = setUpMerging();
    const broken = open();
    const labels = makeLabels(5, 'Broken');
    const { run } = await broken.journal.startRun('delete', labels, { begins: true });
    broken.files.freeze();
    clock.advance(60_000);

    const { journal } = open();
    const others = makeLabels(3, 'Lasting');
    const lasting = await journal.startRun('delete', others, { begins: true });
    others.forEach((label) => {
      lasting.ended(label, 'done');
    });
    clock.advance(1000);
    await writeRun(journal, makeLabels(1000, 'New'), { outcomeOf: () => 'inDoubt' });
    clock.advance(1000);
    await writeRun(journal, makeLabels(1000, 'New'));
    await journal.load();
    await lookForLong();
    const [interrupted] = await journal.interruptedRuns();
    expect(interrupted?.entries).toHaveLength(5);
    for (const known of [journal, await reopen()]) {
      expect(known.entriesOf(run)).toHaveLength(5);
      expect(known.entriesOf(lasting.run)).toHaveLength(3);
      expect(count(known, 'delete')).toBe(2000);
    }

    await journal.acknowledge(run);
    await lasting.finish();
    const next = await reopen();
    expect(next.entriesOf(run)).toEqual([]);
    expect(next.entriesOf(lasting.run)).toEqual([]);
  });

  it('does not turn a run into an interrupted one when half of its files cannot be merged', async () => {
    const { open, clock, reopenForLong, reopen, disk } = setUpMerging();
    const { journal } = open();
    const { run } = await writeRun(journal, makeLabels(3, 'Old'));
    const [plan] = disk.names;
    expect.assert(plan);
    disk.texts.set(plan, `${disk.texts.get(plan) ?? ''}damaged`);
    clock.advance(60_000);
    await writeRun(journal, makeLabels(1000, 'New'));
    await reopen();
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
    const { open, clock, reopen } = setUpMerging();
    const { journal } = open();
    const other = open().journal;
    await writeRun(journal, makeLabels(150, 'Deleted'));
    const tried = makeLabels(1300, 'Tried');
    for (let time = 0; time < 2; time += 1) {
      clock.advance(1000);
      await writeRun(journal, tried, { outcomeOf: () => outcome });
      clock.advance(1000);
      await writeRun(other, tried.slice(0, 250), { outcomeOf: () => outcome });
    }
    await Promise.all([journal.load(), other.load()]);
    for (const known of [journal, other, await reopen()]) {
      expect(deletedOf(known, tried)).toBe(150);
    }
  });

  it('is not forgotten for labels that were found to be gone again and again', async () => {
    const { open, clock, reopen } = setUpMerging();
    const { journal } = open();
    await writeRun(journal, makeLabels(150, 'Deleted'));
    const gone = makeLabels(250, 'Gone');
    for (let time = 0; time < 4; time += 1) {
      clock.advance(1000);
      await writeRun(journal, gone, { outcomeOf: () => 'alreadyGone' });
    }
    for (const known of [journal, await reopen()]) {
      expect(deletedOf(known)).toBe(400);
    }
  });

  it('is all of the last run in which something did, whatever failed after it, in whichever window', async () => {
    const { open, clock, reopen } = setUpMerging();
    const { journal } = open();
    await writeRun(journal, makeLabels(1500, 'Long'));
    for (const outcome of ['failed', 'inDoubt'] as const) {
      clock.advance(1000);
      await writeRun(open().journal, makeLabels(1, outcome), { outcomeOf: () => outcome });
      await journal.load();
      for (const known of [journal, await reopen()]) {
        expect(known.entries.filter((entry) => entry.outcome === 'done')).toHaveLength(1500);
      }
    }
    const [newest] = (await reopen()).entries;
    expect(newest?.label.name).toBe('inDoubt 1');
  });

  it('is kept of a run that half failed', async () => {
    const { open, clock, reopen } = setUpMerging();
    const { journal } = open();
    const { run } = await writeRun(journal, makeLabels(2400), {
      outcomeOf: (index) => (index % 2 ? 'failed' : 'done'),
    });
    clock.advance(1000);
    await writeRun(journal, makeLabels(1, 'Failed'), { outcomeOf: () => 'failed' });
    for (const known of [journal, await reopen()]) {
      expect(known.entriesOf(run).filter(({ outcome }) => outcome === 'done')).toHaveLength(1200);
      expect(deletedOf(known)).toBe(1200);
    }
  });

  it.each([
    ['retire', 'failed'],
    ['retire', 'alreadyGone'],
    ['retire', 'inDoubt'],
    ['rename', 'alreadyGone'],
  ] as const)('of labels after “%s” is not forgotten for others that are %s', async (act, outcome) => {
    const { open, clock, reopen } = setUpMerging();
    const { journal } = open();
    await writeRun(journal, makeLabels(150, 'Changed'), { act });
    const others = makeLabels(1100, 'Other');
    clock.advance(1000);
    await writeRun(journal, others, { act, outcomeOf: () => outcome });
    for (const { entries } of [journal, await reopen()]) {
      expect(entries.filter(({ label }) => label.name.startsWith('Changed'))).toHaveLength(150);
    }
  });

  it('leaves no room without a bound to what failed', async () => {
    const { open, clock, reopen } = setUpMerging();
    const { journal } = open();
    for (let time = 0; time < 3; time += 1) {
      clock.advance(1000);
      await writeRun(journal, makeLabels(500), { outcomeOf: () => 'failed' });
    }
    expect((await reopen()).entries).toHaveLength(1000);
  });

  it('is settled once a label was created again, though it was tried to delete it once more', async () => {
    const { open, clock, reopen } = setUpMerging();
    const { journal } = open();
    const labels = makeLabels(1);
    await writeRun(journal, labels, { outcomeOf: () => 'done' });
    const [entry] = journal.entries;
    expect.assert(entry);
    await journal.recreated(entry, 'lbl_new');
    clock.advance(1000);
    await writeRun(journal, labels, { outcomeOf: () => 'alreadyGone' });
    for (const known of [journal, await reopen()]) {
      expect(deletedOf(known)).toBe(0);
    }
  });
});

describe('clearing', () => {
  it('removes everything that is over', async () => {
    const { open, disk, reopen, clock } = setUp();
    const broken = open();
    await broken.journal.startRun('delete', makeLabels(1, 'Broken'), { begins: true });
    broken.files.freeze();
    clock.advance(60_000);
    const { journal } = open();
    await writeRun(journal, makeLabels(5, 'Done'));
    await journal.load();
    await lookForLong();
    await journal.clear();
    expect(disk.names).toEqual([]);
    expect(journal.entries).toEqual([]);
    expect((await reopen()).entries).toEqual([]);
  });

  it('leaves the runs that are on, in this window and in another one, also where they were merged', async () => {
    const { open, reopen, reopenForLong, disk } = setUp();
    const [own, other] = [open().journal, open()];
    const a = await own.startRun('delete', makeLabels(2, 'Own'), { begins: true });
    const b = await other.journal.startRun('delete', makeLabels(2, 'Other'), { begins: true });
    // For a while it gives no sign of life.
    const create = vi.spyOn(other.files, 'create').mockRejectedValue(new Error('stopped'));
    await lookForLong();
    const merging = await reopenForLong();
    await writeRun(merging, makeLabels(3, 'Done'));
    await mergeAll(merging);
    create.mockRestore();
    await lookForLong();
    // What is said of a run that is over lies in one file with what is said of a run that is on.
    const [on, over] = ['Own 1', 'Done 1'].map((name) => merging.entries.find(({ label }) => label.name === name));
    expect.assert(on && over);
    await Promise.all([on, over].map((entry) => own.recreated(entry, 'lbl_x')));
    const ofOwnRun = disk.names.filter((name) => name.startsWith(`${a.run}-`));
    await own.clear();
    expect(disk.names).toEqual(expect.arrayContaining(ofOwnRun));
    for (const journal of [own, await reopen()]) {
      expect(names(journal)).toEqual(['Other 1', 'Other 2', 'Own 1', 'Own 2']);
      expect(journal.entriesOf(a.run).at(-1)?.recreatedAs).toBe('lbl_x');
    }
    await Promise.all([a.finish(), b.finish()]);
    expect(await (await reopenForLong()).interruptedRuns()).toEqual([]);
  });

  it('leaves no half of a run behind that would tell another story, should VS Code die meanwhile', async () => {
    for (let operation = 1; operation < 20; operation += 1) {
      const { open, reopenForLong, clock, disk } = setUp();
      for (let run = 0; run < 3; run += 1) {
        await writeRun(open().journal, makeLabels(1));
      }
      expect(disk.names).toHaveLength(6);
      clock.advance(60_000);
      const dying = open();
      dying.files.crashAt = operation;
      await Promise.race([dying.journal.clear(), dying.files.crashed]);
      dying.files.freeze();
      const next = await reopenForLong();
      expect(await next.interruptedRuns()).toEqual([]);
      expect(next.entries.filter(({ outcome }) => outcome === undefined)).toEqual([]);
      dying.journal.dispose();
    }
  });

  it('forgets what is said later of a run that was cleared', async () => {
    const { open, disk } = setUp();
    const { journal } = open();
    await writeRun(journal, makeLabels(1));
    const [entry] = journal.entries;
    expect.assert(entry);
    await journal.clear();
    await journal.recreated(entry, 'lbl_new');
    await mergeAll(journal);
    expect(disk.names).toEqual([]);
  });
});
