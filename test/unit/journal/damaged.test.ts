import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRandom } from '../../../src/sample/server/random';
import { lookForLong, makeLabels, names, setUp, writeRun } from './support';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const header = (version: number, records: number) =>
  `${JSON.stringify({ format: 'kirim-labels-journal', version, records })}\n`;

const finished = `${JSON.stringify({ kind: 'finished', run: 'r', n: 1, at: '2026-01-01T00:00:00Z' })}\n`;

const DAMAGED = {
  'zeros after a power cut': '\0\0\0\0\0\0',
  'not a journal': 'hello\nworld\n',
  'not JSON': '{\n',
  'a newer version': header(2, 1) + finished,
  'a much newer version': header(10, 1) + finished,
  'the beginning of a newer version': header(12, 1).trimEnd(),
  'a line that is damaged': `${header(1, 2)}{"kind":"fin\n${finished}`,
  'a kind that is not known': `${header(1, 1)}{"kind":"archived","run":"r","n":1,"at":""}\n`,
  'a label that is none': `${header(1, 1)}{"kind":"label","run":"r","n":1,"at":"","act":"delete","label":{"id":"../x"}}\n`,
  'more lines than it says': header(1, 1) + finished + finished,
  'something behind its end': `${header(1, 1)}${finished}x`,
};

const TORN = {
  empty: '',
  'cut in the header': header(1, 2).slice(0, 20),
  'cut before the line break of the header': header(1, 2).trimEnd(),
  'cut behind the header': header(1, 2),
  'cut in a line': `${header(1, 2)}${finished}{"kind":"fin`,
  'cut between two lines': header(1, 2) + finished,
  'cut before the last line break': (header(1, 1) + finished).trimEnd(),
};

const OLD = '1-gone-000001.jsonl';

describe('a file that cannot be read', () => {
  it.each(Object.entries(DAMAGED))('is left as it is, and counted: %s', async (_, text) => {
    const { open, disk, reopen } = setUp();
    disk.texts.set(OLD, text);
    disk.texts.set('anything else.jsonl', text);
    disk.texts.set('.DS_Store', text);
    const { journal } = open();
    await journal.load();
    expect(journal.unreadable).toBe(2);
    expect(journal.unreadableFiles).toEqual([OLD, 'anything else.jsonl']);
    await writeRun(journal, makeLabels(20));
    await lookForLong();
    expect(journal.unreadable).toBe(2);
    expect((await reopen()).entries).toHaveLength(20);
    expect(await journal.interruptedRuns()).toEqual([]);
    await journal.clear();
    expect(disk.names).toEqual(['.DS_Store', OLD, 'anything else.jsonl']);
    expect([...disk.texts.values()]).toEqual([text, text, text]);
    expect(journal.unreadable).toBe(2);
  });

  it('is one that ends too early, and that no window of ours can have written', async () => {
    const { disk, reopenForLong } = setUp();
    const text = header(1, 2) + finished;
    disk.texts.set('anything else.jsonl', text);
    const journal = await reopenForLong();
    await journal.clear();
    expect(journal.unreadable).toBe(1);
    expect([...disk.texts]).toEqual([['anything else.jsonl', text]]);
  });

  it('is no reason to fail where the storage refuses it', async () => {
    const { open, disk } = setUp();
    const { journal, files } = open();
    disk.texts.set(OLD, 'x');
    const read = files.read.bind(files);
    files.read = (name) => (name === OLD ? Promise.reject(new Error('no permission')) : read(name));
    await writeRun(journal, makeLabels(3));
    await journal.load();
    expect(journal.entries).toHaveLength(3);
    expect(journal.unreadable).toBe(1);
    await journal.clear();
    expect(disk.names).toEqual([OLD]);
  });

  it('still gives the lines that are sound', async () => {
    const { open, disk, reopen, clock } = setUp();
    await writeRun(open().journal, makeLabels(20));
    const [name] = disk.names;
    expect.assert(name);
    const lines = disk.texts.get(name)?.split('\n') ?? [];
    const damaged = lines.map((line) => (line.includes('"kind":"label"') && line.includes('Label 7"') ? '{' : line));
    disk.texts.set(name, damaged.join('\n'));
    clock.advance(60_000);
    const next = await reopen();
    expect(next.entries).toHaveLength(19);
    expect(next.unreadable).toBe(1);
    await writeRun(next, makeLabels(5, 'Later'));
    expect(disk.texts.get(name)).toBe(damaged.join('\n'));
    expect((await reopen()).entries).toHaveLength(24);
  });
});

describe('a file that ends too early', () => {
  /** Two runs of 20 labels, by windows that are gone; the file with the plan of the second one is cut. */
  async function cutShort(keep: (length: number) => number) {
    const { open, ...rest } = setUp();
    const { disk, clock } = rest;
    await writeRun(open().journal, makeLabels(20, 'Whole'));
    const before = disk.names;
    clock.advance(1000);
    await writeRun(open().journal, makeLabels(20, 'Cut'));
    const [name] = disk.names.filter((one) => !before.includes(one));
    expect.assert(name);
    const text = disk.texts.get(name) ?? '';
    const left = text.slice(0, keep(text.length));
    disk.texts.set(name, left);
    clock.advance(60_000);
    /** What a window finds that is closed again at once, so that it carries nothing over. */
    const glance = async () => {
      const journal = await rest.reopen();
      journal.dispose();
      return journal.entries;
    };
    const sound = left.split('\n').slice(0, -1);
    return { open, ...rest, glance, name, cut: sound.filter((line) => line.includes('"kind":"label"')).length };
  }

  it.each(Object.entries(TORN))(
    'is no file any more when its window is gone, and is never counted: %s',
    async (_, text) => {
      const { open, disk, reopen } = setUp();
      disk.texts.set(OLD, text);
      const { journal } = open();
      await journal.load();
      await writeRun(journal, makeLabels(20));
      expect(journal.unreadable).toBe(0);
      expect(disk.texts.get(OLD)).toBe(text);
      await lookForLong();
      expect(disk.names).not.toContain(OLD);
      for (const known of [journal, await reopen()]) {
        expect(known.unreadable).toBe(0);
        expect(names(known)).toHaveLength(20);
      }
    },
  );

  it('loses nothing but what is cut off, wherever that is, when it is carried over', async () => {
    const random = createRandom(7);
    for (let time = 0; time < 40; time += 1) {
      const { glance, reopenForLong, disk, name, cut } = await cutShort((length) => Math.floor(random() * length));
      const before = await glance();
      expect(before).toHaveLength(20 + cut);
      const next = await reopenForLong();
      expect(next.entries).toEqual(before);
      expect(next.unreadable).toBe(0);
      expect(disk.names).not.toContain(name);
      expect(await glance()).toEqual(before);
    }
  });

  it('loses nothing where carrying over is itself cut short, at each instant, and goes with the next try', async () => {
    for (let operation = 1; operation < 20; operation += 1) {
      const { open, glance, reopenForLong, disk, name } = await cutShort((length) => Math.floor(length * 0.8));
      const before = await glance();
      const dying = open(createRandom(operation));
      dying.files.crashAt = operation;
      await Promise.race([dying.journal.load(), dying.files.crashed]);
      await lookForLong();
      dying.files.freeze();
      expect(await glance()).toEqual(before);
      const next = await reopenForLong();
      expect(next.entries).toEqual(before);
      expect(next.unreadable).toBe(0);
      expect(disk.names).not.toContain(name);
      expect(await glance()).toEqual(before);
    }
  });

  it('loses nothing where two windows carry it over at once, or where the disk is full', async () => {
    const { open, glance, disk, name } = await cutShort((length) => Math.floor(length / 2));
    const before = await glance();
    const full = open();
    full.files.fail(new Error('disk full'), true);
    await full.journal.load();
    await lookForLong();
    expect(disk.names).toContain(name);
    expect(await glance()).toEqual(before);
    full.journal.dispose();
    const both = [open(createRandom(1)).journal, open(createRandom(2)).journal];
    await Promise.all(both.map((journal) => journal.load()));
    await lookForLong();
    expect(disk.names).not.toContain(name);
    for (const journal of both) {
      expect(journal.entries).toEqual(before);
      expect(journal.unreadable).toBe(0);
    }
    expect(await glance()).toEqual(before);
  });

  it('still tells of a run that broke off with it, once, and that nothing was sent', async () => {
    const { open, clock, disk, reopenForLong } = setUp();
    const { journal, files } = open();
    const { run } = await journal.startRun('delete', makeLabels(3), { begins: true });
    files.freeze();
    const [name] = disk.names;
    expect.assert(name);
    disk.texts.set(name, (disk.texts.get(name) ?? '').trimEnd());
    clock.advance(60_000);
    const next = await reopenForLong();
    expect(disk.names).not.toContain(name);
    const interrupted = await next.interruptedRuns();
    expect(interrupted.map((one) => [one.run.id, one.run.labels.length, one.hasBegun])).toEqual([[run, 3, false]]);
    await next.acknowledge(run);
    expect(await (await reopenForLong()).interruptedRuns()).toEqual([]);
  });

  it.each(Object.entries(TORN))('is neither counted nor removed while its window may write it: %s', async (_, text) => {
    const { open, disk } = setUp();
    const name = 'other-000001.jsonl';
    disk.texts.set(name, text);
    const { journal } = open();
    await journal.load();
    for (let number = 2; number < 20; number += 1) {
      disk.texts.set(`other-${number}.jsonl`, header(1, 0));
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(journal.unreadable).toBe(0);
    await journal.clear();
    expect(disk.names).toEqual([name]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(disk.names).toEqual([]);
    expect(journal.unreadable).toBe(0);
  });
});
