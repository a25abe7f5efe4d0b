import { describe, expect, it, vi } from 'vitest';
import type { JournalRecord } from '../../../src/journal/segment';
import { JournalState } from '../../../src/journal/journalState';
import { makeLabel, makeLabels, names, setUp, writeRun } from './support';

const BEGINS = { begins: true };

describe('a run that is written down', () => {
  it('has the whole labels on disk before the first request, and what became of them after the last one', async () => {
    const { open, reopen, clock } = setUp();
    const { journal } = open();
    const label = makeLabel('VIP', { color: 'pink', team_id: 'team_9' });
    const recorder = await journal.startRun('delete', [label], BEGINS);
    const startedAt = new Date(clock.now()).toISOString();
    const before = { run: recorder.run, act: 'delete', label, startedAt };
    expect((await reopen()).entries).toEqual([before]);

    clock.advance(1500);
    recorder.ended(label, 'done', 'req_1');
    const endedAt = new Date(clock.now()).toISOString();
    const after = { ...before, outcome: 'done', endedAt, requestId: 'req_1' };
    expect(journal.entries).toEqual([after]);
    await recorder.finish();
    expect((await reopen()).entries).toEqual([after]);
  });

  it('has what asked for it in the place of the user; another word of a newer version is no reason not to read it', async () => {
    const { open, reopen, disk } = setUp();
    const recorder = await open().journal.startRun('delete', [makeLabel('VIP')], { begins: true, askedBy: 'agent' });
    const askedBy = async () => (await reopen()).entries.map((entry) => entry.askedBy);
    expect(await askedBy()).toEqual(['agent']);
    for (const [name, text] of disk.texts) {
      disk.texts.set(name, text.replace('"agent"', '"robot"'));
    }
    expect(await askedBy()).toEqual([undefined]);
    await recorder.finish();
  });

  it('has its plan in order, with what nothing was sent for, which is no entry when the run is over', async () => {
    const { open, reopen, clock } = setUp();
    const { journal } = open();
    const labels = [makeLabel('b'), makeLabel('a')];
    const startedAt = new Date(clock.now()).toISOString();
    const { run } = await writeRun(journal, labels, { outcomeOf: (index) => (index === 0 ? 'done' : undefined) });
    for (const known of [journal, await reopen()]) {
      expect(known.runOf(run)).toEqual({
        id: run,
        act: 'delete',
        startedAt,
        labels: labels.map(({ id, name }) => ({ id, name })),
      });
      expect(names({ entries: known.entriesOf(run) })).toEqual(['b']);
      expect(known.runOf('another')).toBeUndefined();
    }
  });

  it('shows the newest first, each run by itself, and the labels of a run in the same order in each window', async () => {
    const { open, clock, reopen } = setUp();
    const { journal } = open();
    // In the order of their ids it would be another one.
    const [second, first] = [makeLabel('second'), makeLabel('first')];
    await writeRun(journal, [first, second]);
    clock.advance(1);
    const other = await writeRun(journal, [makeLabel('third')]);
    for (const { entries } of [journal, await reopen()]) {
      expect(entries.map(({ label }) => label.name)).toEqual(['third', 'second', 'first']);
    }
    expect(names({ entries: journal.entriesOf(other.run) })).toEqual(['third']);
  });

  it('takes the later outcome when more is learned, whatever the clock says', async () => {
    const { open, clock, reopen } = setUp();
    const label = makeLabel('a');
    const recorder = await open().journal.startRun('delete', [label], BEGINS);
    recorder.ended(label, 'inDoubt', 'req_1');
    clock.advance(-5000);
    recorder.ended(label, 'alreadyGone');
    await recorder.finish();
    expect((await reopen()).entries).toMatchObject([{ outcome: 'alreadyGone', requestId: undefined }]);
  });

  it('has a label as it was right before the request, where it changed after the plan', async () => {
    const { open, reopen } = setUp();
    const { journal } = open();
    const label = makeLabel('a');
    const changed = { ...label, color: 'red' };
    const recorder = await journal.startRun('delete', [label], BEGINS);
    recorder.ended(changed, 'done');
    await recorder.finish();
    for (const { entries } of [journal, await reopen()]) {
      expect(entries.map((entry) => entry.label)).toEqual([changed]);
    }
  });

  it('keeps names as they are, whatever is in them', async () => {
    const { open, reopen } = setUp();
    const { journal } = open();
    const odd = [
      '../x',
      '..\\..\\x',
      'a\nb\r\nc',
      '\uD800',
      'x\uDC00y',
      '\u0000\u2028\u2029',
      '"},{',
      '__proto__',
      '💚',
      '',
    ];
    const labels = odd.map((name) => makeLabel(name));
    await writeRun(journal, labels);
    const { entries } = await reopen();
    expect(entries.map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
    expect(entries).toHaveLength(odd.length);
  });

  it('writes ASCII for halves of surrogate pairs, which UTF-8 would lose', async () => {
    const { open, disk } = setUp();
    const { journal } = open();
    await writeRun(journal, [makeLabel('\uD800')]);
    for (const text of disk.texts.values()) {
      expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
    }
  });

  it('remembers what a label was created again as, also in another window', async () => {
    const { open, reopen, disk } = setUp();
    const { journal } = open();
    await writeRun(journal, [makeLabel('a')]);
    const other = await reopen();
    const [entry] = other.entries;
    expect.assert(entry);
    await other.recreated(entry, 'lbl_new');
    expect(other.entries[0]?.recreatedAs).toBe('lbl_new');
    await Promise.all([journal.load(), other.load()]);
    expect(journal.entries).toMatchObject([{ outcome: 'done', recreatedAs: 'lbl_new' }]);
    expect(disk.created).toBe(3);
  });
});

describe('what changed', () => {
  it('is told once for a burst, and no more after dispose', async () => {
    vi.useFakeTimers();
    const { open } = setUp();
    const { journal } = open();
    let fired = 0;
    journal.onDidChange(() => (fired += 1));
    const unheard = journal.onDidChange(() => expect.unreachable());
    unheard.dispose();
    const pass = () => vi.advanceTimersByTimeAsync(1000);
    await writeRun(journal, makeLabels(50));
    await pass();
    expect(fired).toBe(1);

    for (let time = 0; time < 3; time += 1) {
      await journal.load();
      await pass();
      expect(fired).toBe(2);
    }

    journal.dispose();
    await journal.load();
    await pass();
    expect(vi.getTimerCount()).toBe(0);
    expect(fired).toBe(2);
  });

  it('is not told where another window gives a sign of life, and nothing more', async () => {
    vi.useFakeTimers();
    const { open } = setUp();
    const recorder = await open().journal.startRun('delete', makeLabels(2), BEGINS);
    const { journal } = open();
    await journal.load();
    await vi.advanceTimersByTimeAsync(1000);
    journal.onDidChange(() => expect.unreachable());
    await vi.advanceTimersByTimeAsync(60_000);
    await journal.load();
    await vi.advanceTimersByTimeAsync(1000);
    journal.dispose();
    await recorder.finish();
  });

  it('leaves no timer behind when a run is over, whatever goes on after dispose', async () => {
    vi.useFakeTimers();
    const { open } = setUp();
    const [{ journal }, other] = [open(), open()];
    const recorders = [await other.journal.startRun('delete', makeLabels(1), BEGINS)];
    await journal.load();
    other.journal.dispose();
    journal.dispose();
    recorders.push(await journal.startRun('delete', makeLabels(1), BEGINS));
    for (const recorder of recorders) {
      await recorder.finish();
    }
    await journal.load();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what all records together say', () => {
  const label = makeLabel('a');
  const common = { run: 'run', at: '2026-01-01T00:00:00Z' };
  const planned = { ...common, kind: 'label', n: 1, act: 'delete', label } as const;
  const entriesOf = (...records: readonly JournalRecord[]) => new JournalState(records).entries;

  it('is what the later record says, by its number and not by its text', () => {
    const inDoubt = { ...common, kind: 'outcome', n: 9, id: label.id, outcome: 'inDoubt' } as const;
    const done = { ...common, kind: 'outcome', n: 10, id: label.id, outcome: 'done' } as const;
    expect(entriesOf(planned, inDoubt, done)).toMatchObject([{ outcome: 'done' }]);
    expect(entriesOf(done, inDoubt, planned)).toMatchObject([{ outcome: 'done' }]);
  });

  it('is the same in either order where two windows gave one number', () => {
    const one = { ...common, kind: 'recreated', n: 5, id: label.id, newId: 'lbl_1' } as const;
    const other = { ...one, newId: 'lbl_2' } as const;
    const outcome = { ...common, kind: 'outcome', n: 2, id: label.id, outcome: 'done' } as const;
    expect(entriesOf(planned, outcome, one, other)).toEqual(entriesOf(planned, outcome, other, one));
  });
});
