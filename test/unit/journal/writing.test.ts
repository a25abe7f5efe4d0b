import { describe, expect, it } from 'vitest';
import { makeLabel, makeLabels, names, runAll, setUp } from './support';

const full = new Error('disk full');

describe('writing', () => {
  it('takes far fewer files than records when eight requests run side by side', async () => {
    const { open, disk } = setUp();
    const { journal } = open();
    await runAll(journal, makeLabels(400));
    // 802 records: 400 labels, 400 outcomes, the plan and the mark at the end.
    expect(disk.created).toBeLessThan(802 / 4);
  });

  it('writes at once what comes at once', async () => {
    const { open, disk } = setUp();
    const { journal } = open();
    const labels = makeLabels(8);
    const recorder = await journal.startRun('delete', labels);
    await Promise.all(labels.map((label) => recorder.sending(label)));
    expect(disk.created).toBe(2);
    await recorder.finish();
  });
});

describe('a label that is sent as soon as its run has started', () => {
  it('is on disk with the plan, in one file', async () => {
    const { open, reopen, disk } = setUp();
    const label = makeLabel('a');
    const recorder = await open().journal.startRun('delete', [label], label);
    await recorder.sending(label);
    expect(disk.created).toBe(1);
    expect(names(await reopen())).toEqual(['a']);
  });

  it('is written down again when it is sent again', async () => {
    const { open, disk } = setUp();
    const label = makeLabel('a');
    const recorder = await open().journal.startRun('delete', [label], label);
    await recorder.sending(label);
    await recorder.sending(label);
    expect(disk.created).toBe(2);
  });

  it('is not sent where that cannot be written', async () => {
    const { open } = setUp();
    const { journal, files } = open();
    const label = makeLabel('a');
    files.fail(full);
    await expect(journal.startRun('delete', [label], label)).rejects.toThrow('disk full');
  });
});

describe('a storage that does not write', () => {
  it('refuses a run whose plan is not on disk', async () => {
    const { open, reopen } = setUp();
    const { journal, files } = open();
    files.fail(full);
    await expect(journal.startRun('delete', [makeLabel('a')])).rejects.toThrow('disk full');
    files.fail(undefined);
    await runAll(journal, [makeLabel('b')]);
    expect(names(await reopen())).toEqual(['b']);
    expect(await journal.interruptedRuns()).toEqual([]);
  });

  it('refuses a request whose label is not on disk, and does not claim later that it was sent', async () => {
    const { open, reopen, clock } = setUp();
    const { journal, files } = open(() => 0.99);
    const labels = [makeLabel('a'), makeLabel('b'), makeLabel('c')] as const;
    const recorder = await journal.startRun('delete', labels);
    files.fail(full, true);
    const refused = await Promise.allSettled([recorder.sending(labels[0]), recorder.sending(labels[1])]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    // Nearly all of the file is there.
    expect(names(await reopen())).toEqual(['a']);
    expect(journal.entries).toEqual([]);

    files.fail(undefined);
    await recorder.sending(labels[2]);
    await recorder.finish();
    clock.advance(60_000);
    const next = await reopen();
    expect(names(next)).toEqual(['c']);
    expect(next.unreadable).toBe(0);
  });

  it('keeps an outcome for the next write', async () => {
    const { open, reopen } = setUp();
    const { journal, files } = open();
    const labels = [makeLabel('a'), makeLabel('b')] as const;
    const recorder = await journal.startRun('delete', labels);
    await recorder.sending(labels[0]);
    files.fail(full);
    await recorder.ended(labels[0], 'done', 'req_1');
    expect(journal.entries[0]?.outcome).toBe('done');
    await journal.load();
    expect(journal.entries[0]?.outcome).toBe('done');
    expect((await reopen()).entries[0]?.outcome).toBeUndefined();

    files.fail(undefined);
    await recorder.sending(labels[1]);
    expect((await reopen()).entriesOf(recorder.run).find(({ label }) => label.name === 'a')?.outcome).toBe('done');
    await recorder.finish();
  });

  it('says so at the end, and can be asked again', async () => {
    const { open, reopen, clock } = setUp();
    const { journal, files } = open();
    const label = makeLabel('a');
    const recorder = await journal.startRun('delete', [label]);
    await recorder.sending(label);
    files.fail(full);
    await recorder.ended(label, 'done');
    await expect(recorder.finish()).rejects.toThrow('disk full');
    files.fail(undefined);
    await recorder.finish();
    clock.advance(60_000);
    const next = await reopen();
    expect(next.entries[0]?.outcome).toBe('done');
    expect(await next.interruptedRuns()).toEqual([]);
  });

  it('sends nothing while a write does not come back', async () => {
    const { open } = setUp();
    const { journal, files } = open();
    const recorder = await journal.startRun('delete', [makeLabel('a')]);
    files.freeze();
    let isSent = false;
    void recorder.sending(makeLabel('a')).then(() => (isSent = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isSent).toBe(false);
    journal.dispose();
  });
});
