import { describe, expect, it, vi } from 'vitest';
import { JournalState } from '../../../src/journal/journalState';
import { makeLabel, makeLabels, names, runAll, setUp } from './support';

describe('a run that is taken down', () => {
  it('has the whole label on disk before the request, and the outcome after it', async () => {
    const { open, reopen, clock } = setUp();
    const { journal } = open();
    const label = makeLabel('VIP', { color: 'pink', team_id: 'team_9' });
    const recorder = await journal.startRun('delete', [label]);
    await recorder.sending(label);
    const startedAt = new Date(clock.now()).toISOString();
    const before = { run: recorder.run, act: 'delete', label, startedAt };
    expect((await reopen()).entries).toEqual([before]);

    clock.advance(1500);
    await recorder.ended(label, 'done', 'req_1');
    const endedAt = new Date(clock.now()).toISOString();
    const after = { ...before, outcome: 'done', endedAt, requestId: 'req_1' };
    expect((await reopen()).entries).toEqual([after]);
    expect(journal.entries).toEqual([after]);
    journal.dispose();
  });

  it('has its plan on disk from the start, in order, with what nothing was sent for', async () => {
    const { open, reopen, clock } = setUp();
    const { journal } = open();
    const labels = [makeLabel('b'), makeLabel('a')];
    const { run } = await journal.startRun('retire', labels);
    expect((await reopen()).runOf(run)).toEqual({
      id: run,
      act: 'retire',
      startedAt: new Date(clock.now()).toISOString(),
      labels: labels.map(({ id, name }) => ({ id, name })),
    });
    expect((await reopen()).entriesOf(run)).toEqual([]);
    expect((await reopen()).runOf('another')).toBeUndefined();
    journal.dispose();
  });

  it('shows the newest first, and each run by itself', async () => {
    const { open, clock, reopen } = setUp();
    const { journal } = open();
    // In the order of their ids it would be another one.
    const [second, first] = [makeLabel('second'), makeLabel('first')];
    const recorder = await journal.startRun('delete', [first, second]);
    await recorder.sending(first);
    clock.advance(1);
    await recorder.sending(second);
    await recorder.finish();
    clock.advance(1);
    const other = await runAll(journal, [makeLabel('third')]);
    for (const { entries } of [journal, await reopen()]) {
      expect(entries.map(({ label }) => label.name)).toEqual(['third', 'second', 'first']);
    }
    expect(names({ entries: journal.entriesOf(other.run) })).toEqual(['third']);
  });

  it('shows labels that were sent at the same time in one order, whichever file is read first', () => {
    const records = makeLabels(3).map(
      (label) => ({ kind: 'sent', run: 'run', n: 1, at: '2026-01-01T00:00:00Z', act: 'delete', label }) as const,
    );
    const orders = [records, [...records].reverse()].map((some) => {
      const state = new JournalState();
      some.forEach((record) => {
        state.add(record);
      });
      return state.entries;
    });
    expect(orders[0]).toEqual(orders[1]);
  });

  it('takes the later outcome when more is learned, whatever the clock says', async () => {
    const { open, clock, reopen } = setUp();
    const { journal } = open();
    const label = makeLabel('a');
    const recorder = await journal.startRun('delete', [label]);
    await recorder.sending(label);
    await recorder.ended(label, 'inDoubt');
    clock.advance(-5000);
    await recorder.ended(label, 'alreadyGone');
    await recorder.finish();
    expect((await reopen()).entries.map(({ outcome }) => outcome)).toEqual(['alreadyGone']);
  });

  it('knows nothing of a label that is being sent again, though it failed before', async () => {
    const { open, reopen } = setUp();
    const { journal } = open();
    const label = makeLabel('a');
    const recorder = await journal.startRun('delete', [label]);
    await recorder.sending(label);
    await recorder.ended(label, 'failed', 'req_1');
    await recorder.sending(label);
    for (const { entries } of [journal, await reopen()]) {
      expect(entries).toHaveLength(1);
      expect(entries[0]?.outcome).toBeUndefined();
      expect(entries[0]?.requestId).toBeUndefined();
    }
    journal.dispose();
  });

  it('is in one file when it has finished', async () => {
    const { open, disk, reopen } = setUp();
    const { journal } = open();
    const labels = makeLabels(30);
    await runAll(journal, labels);
    expect(disk.names).toHaveLength(1);
    const { entries } = await reopen();
    expect(entries).toHaveLength(30);
    expect(entries.every(({ outcome }) => outcome === 'done')).toBe(true);
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
    await runAll(journal, labels);
    const { entries } = await reopen();
    expect(entries.map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
    expect(entries).toHaveLength(odd.length);
  });

  it('writes ASCII for halves of surrogate pairs, which UTF-8 would lose', async () => {
    const { open, disk } = setUp();
    const { journal } = open();
    await runAll(journal, [makeLabel('\uD800')]);
    for (const text of disk.texts.values()) {
      expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
    }
  });

  it('remembers what a label was created again as, also in another window', async () => {
    const { open, reopen } = setUp();
    const { journal } = open();
    await runAll(journal, [makeLabel('a')]);
    const other = await reopen();
    const [entry] = other.entries;
    expect.assert(entry);
    await other.recreated(entry, 'lbl_new');
    expect(other.entries[0]?.recreatedAs).toBe('lbl_new');
    await journal.load();
    expect(journal.entries).toHaveLength(1);
    expect(journal.entries[0]).toMatchObject({ outcome: 'done', recreatedAs: 'lbl_new' });

    await runAll(journal, []);
    expect((await reopen()).entries[0]).toMatchObject({ outcome: 'done', recreatedAs: 'lbl_new' });
  });
});

describe('what changed', () => {
  it('is told once for a burst, and no more after dispose', async () => {
    vi.useFakeTimers();
    try {
      const { open } = setUp();
      const { journal } = open();
      let told = 0;
      journal.onDidChange(() => (told += 1));
      const unheard = journal.onDidChange(() => expect.unreachable());
      unheard.dispose();
      await runAll(journal, makeLabels(50));
      vi.runAllTimers();
      expect(told).toBe(1);

      await journal.load();
      vi.runAllTimers();
      expect(told).toBe(2);

      await journal.load();
      await journal.load();
      vi.runAllTimers();
      expect(told).toBe(2);

      journal.dispose();
      expect(vi.getTimerCount()).toBe(0);
      await journal.load();
      expect(vi.getTimerCount()).toBe(0);
      expect(told).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('leaves no timer behind when a run is over, whatever goes on after dispose', async () => {
    vi.useFakeTimers();
    try {
      const { open } = setUp();
      const [{ journal }, other] = [open(), open()];
      const recorders = [await other.journal.startRun('delete', makeLabels(1))];
      await journal.load();
      other.journal.dispose();
      journal.dispose();
      recorders.push(await journal.startRun('delete', makeLabels(1)));
      for (const recorder of recorders) {
        await recorder.finish();
      }
      await journal.load();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
