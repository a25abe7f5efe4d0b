import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { InterruptedRun } from '../../../src/journal/entry';
import { Journal } from '../../../src/journal/journal';
import { JournalState } from '../../../src/journal/journalState';
import { type JournalRecord, parseSegment, segmentText } from '../../../src/journal/segment';
import { createRandom } from '../../../src/sample/server/random';
import { MemoryDisk, MemoryFiles } from '../../unit/journal/memoryFiles';
import { lookForLong, mergeAll, writeRun } from '../../unit/journal/support';
import { anyLabel } from '../labels';
import { property } from '../property';
import { anyText } from '../text';
import { anyRecords, dealtOut } from './records';

const NOW = Date.parse('2026-03-01T00:00:00Z');

let windows = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function open(disk: MemoryDisk, seed: number): Journal {
  const files = new MemoryFiles(disk, createRandom(seed));
  return new Journal(files, { now: () => NOW, randomId: () => `new-${(windows += 1)}` });
}

/** Names of our own kind, of windows that are long gone, and of somebody else. */
const fileName = fc.oneof(
  fc.tuple(fc.nat(99), fc.nat(9)).map(([time, number]) => `${String(time).padStart(13, '0')}-gone-${number}.jsonl`),
  fc.constantFrom('backup.jsonl', 'notes.txt', '.DS_Store', 'a.jsonl.bak', 'Copy of 1-gone-1.jsonl', '.jsonl'),
);

const whole = anyRecords.map(segmentText);
const unreadable = fc.oneof(
  anyText.map((text) => `${text}\n`),
  anyRecords.map((records) => segmentText(records).replace('"version":1', '"version":2')),
  anyRecords.map((records) => `${segmentText(records)}x`),
  fc.tuple(whole, fc.nat(2000)).map(([text, place]) => `${text.slice(0, place)}\0\0${text.slice(place)}`),
);
const torn = fc.tuple(whole, fc.nat(2000)).map(([text, length]) => text.slice(0, length));
const folder = fc.dictionary(fileName, fc.oneof(whole, unreadable, torn), { maxKeys: 8 });

const gradeOf = (text: string) => parseSegment(text).grade;
const isCutShort = ([name, text]: [string, string]) => /^\d+-gone-/.test(name) && gradeOf(text) === 'torn';

/** Another run from here, after which all that is over is merged. */
async function runOn(journal: Journal, label: Label): Promise<void> {
  await writeRun(journal, [label]);
  await mergeAll(journal);
}

/** As windows write them: what is planned in a file without the rest, which is deleted first. */
function dealtInTime(records: readonly JournalRecord[]): fc.Arbitrary<JournalRecord[][]> {
  const planned = records.filter(({ kind }) => kind === 'plan' || kind === 'label' || kind === 'begun');
  return dealtOut(records.filter((record) => !planned.includes(record))).map((files) => [planned, ...files]);
}

/** In no order: that is the order of the files. */
async function interruptedIn(journal: Journal): Promise<readonly InterruptedRun[]> {
  return [...(await journal.interruptedRuns())].sort((a, b) => (a.run.id < b.run.id ? -1 : 1));
}

describe('a folder with files of all kinds', () => {
  const setting = fc.record({ files: folder, label: anyLabel, seed: fc.nat() });

  property(
    'keeps what cannot be read as it is, through runs, merging and clearing, and counts it',
    setting,
    async ({ files, label, seed }) => {
      const disk = new MemoryDisk();
      const entries = Object.entries(files);
      entries.forEach(([name, text]) => disk.texts.set(name, text));
      const journal = open(disk, seed);
      await journal.load();
      const segments = entries.filter(([name]) => name.endsWith('.jsonl'));
      const strange = segments.filter((file) => gradeOf(file[1]) !== 'whole' && !isCutShort(file));
      expect(journal.unreadable).toBe(strange.length);
      await runOn(journal, label);
      await lookForLong();
      expect(journal.unreadable).toBe(strange.length);
      for (const [name, text] of [...strange, ...entries.filter(([name]) => !name.endsWith('.jsonl'))]) {
        expect(disk.texts.get(name)).toBe(text);
      }
      await journal.clear();
      const kept = entries.filter((file) => !file[0].endsWith('.jsonl') || strange.includes(file));
      expect([...disk.texts].sort()).toEqual(kept.sort());
      expect(journal.unreadable).toBe(strange.length);
      journal.dispose();
    },
    { share: 0.5 },
  );

  property(
    'is read to the last sound line, by every window alike, before and after merging',
    setting,
    async ({ files, label, seed }) => {
      const disk = new MemoryDisk();
      Object.entries(files).forEach(([name, text]) => disk.texts.set(name, text));
      const records = Object.entries(files)
        .filter(([name]) => name.endsWith('.jsonl'))
        .flatMap(([, text]) => parseSegment(text).records);
      const first = open(disk, seed);
      await first.load();
      const before = first.entries;
      expect(before).toEqual(new JournalState(records).entries);
      const second = open(disk, seed + 1);
      await Promise.all([runOn(first, label), second.load()]);
      const next = open(disk, seed + 2);
      await next.load();
      await lookForLong();
      expect(disk.names.filter((name) => isCutShort([name, disk.texts.get(name) ?? '']))).toEqual([]);
      expect(next.entries.filter(({ run }) => !run.startsWith('new-'))).toEqual(before);
      expect(next.entries).toHaveLength(before.length + 1);
      [first, second, next].forEach((journal) => {
        journal.dispose();
      });
    },
    { share: 0.5 },
  );

  property(
    'says the same after any number of windows have merged it',
    anyRecords.chain((records) => fc.record({ files: dealtInTime(records), label: anyLabel, seed: fc.nat() })),
    async ({ files, label, seed }) => {
      const disk = new MemoryDisk();
      files.forEach((records, index) => disk.texts.set(`000000000000${index}-gone-1.jsonl`, segmentText(records)));
      const first = open(disk, seed);
      await first.load();
      await lookForLong();
      const before = { entries: first.entries, interrupted: await interruptedIn(first) };
      const others = [open(disk, seed + 1), open(disk, seed + 2)];
      await Promise.all(others.map((journal) => runOn(journal, label)));
      const next = open(disk, seed + 3);
      await next.load();
      await lookForLong();
      expect(next.entries.filter(({ run }) => !run.startsWith('new-'))).toEqual(before.entries);
      expect(await interruptedIn(next)).toEqual(before.interrupted);
      expect(next.unreadable).toBe(0);
      [first, next, ...others].forEach((journal) => {
        journal.dispose();
      });
    },
    { share: 0.5 },
  );
});
