import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../kirim/random';
import { makeLabels, names, runAll, setUp } from './support';

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
  'a label that is none': `${header(1, 1)}{"kind":"sent","run":"r","n":1,"at":"","act":"delete","label":{"id":"../x"}}\n`,
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

const OLD = '0000000000001-gone-000001.jsonl';

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
    await runAll(journal, makeLabels(20));
    expect(journal.unreadable).toBe(2);
    expect((await reopen()).entries).toHaveLength(20);
    expect(await journal.interruptedRuns()).toEqual([]);
    await journal.clear();
    expect(disk.names).toEqual(['.DS_Store', OLD, 'anything else.jsonl']);
    expect([...disk.texts.values()]).toEqual([text, text, text]);
    expect(journal.unreadable).toBe(2);
  });

  it('is no reason to fail where the storage refuses it', async () => {
    const { open, disk } = setUp();
    const { journal, files } = open();
    disk.texts.set(OLD, 'x');
    const read = files.read.bind(files);
    files.read = (name) => (name === OLD ? Promise.reject(new Error('no permission')) : read(name));
    await runAll(journal, makeLabels(3));
    await journal.load();
    expect(journal.entries).toHaveLength(3);
    expect(journal.unreadable).toBe(1);
    await journal.clear();
    expect(disk.names).toEqual([OLD]);
  });

  it('still gives the lines that are sound', async () => {
    const { open, disk, reopen, clock } = setUp();
    await runAll(open().journal, makeLabels(20));
    const [name] = disk.segments;
    expect.assert(name);
    const lines = disk.texts.get(name)?.split('\n') ?? [];
    const damaged = lines.map((line) => (line.includes('"name":"Label 7"') && line.includes('"sent"') ? '{' : line));
    disk.texts.set(name, damaged.join('\n'));
    clock.advance(60_000);
    const next = await reopen();
    expect(next.entries).toHaveLength(19);
    expect(next.unreadable).toBe(1);
    await runAll(next, makeLabels(5, 'Later'));
    expect(disk.texts.get(name)).toBe(damaged.join('\n'));
    expect((await reopen()).entries).toHaveLength(24);
  });
});

describe('a file that ends too early', () => {
  it.each(Object.entries(TORN))('is left by merging, and removed by clearing: %s', async (_, text) => {
    const { open, disk } = setUp();
    disk.texts.set(OLD, text);
    const { journal } = open();
    await journal.load();
    expect(journal.unreadable).toBe(1);
    await runAll(journal, makeLabels(20));
    expect(disk.texts.get(OLD)).toBe(text);
    await journal.clear();
    expect(disk.names).toEqual([]);
    expect(journal.unreadable).toBe(0);
  });

  it('is counted as well where no window has such names', async () => {
    const { disk, reopen } = setUp();
    disk.texts.set('anything else.jsonl', '');
    expect((await reopen()).unreadable).toBe(1);
  });

  it.each(Object.entries(TORN))('is neither counted nor removed while its window may write it: %s', async (_, text) => {
    const { open, disk, clock } = setUp();
    const name = `${clock.now() - 1000}-other-000001.jsonl`;
    disk.texts.set(name, text);
    const { journal } = open();
    await journal.load();
    expect(journal.unreadable).toBe(0);
    await journal.clear();
    expect(disk.names).toEqual([name]);
    clock.advance(60_000);
    await journal.load();
    expect(journal.unreadable).toBe(1);
  });

  it('loses nothing but what is cut off, wherever that is', async () => {
    const { open, disk, clock, reopen } = setUp();
    await runAll(open().journal, makeLabels(20));
    const [name] = disk.segments;
    expect.assert(name);
    const text = disk.texts.get(name) ?? '';
    clock.advance(60_000);
    const random = createRandom(7);
    for (let cut = 0; cut < 100; cut += 1) {
      const rest = text.slice(0, Math.floor(random() * text.length));
      disk.texts.set(name, rest);
      const whole = rest.split('\n').slice(0, -1);
      const next = await reopen();
      expect(names(next)).toHaveLength(whole.filter((line) => line.includes('"kind":"sent"')).length);
      expect(next.unreadable).toBe(1);
    }
  });
});
