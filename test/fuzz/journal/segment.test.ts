import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { parseSegment, segmentText } from '../../../src/journal/segment';
import { property } from '../property';
import { anyText } from '../text';
import { anyRecords } from './records';

/** As VS Code stores text, and gives it back: as bytes in UTF-8. */
const stored = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);

const cut = fc.record({ records: anyRecords, place: fc.double({ min: 0, max: 1, noNaN: true }) });

describe('a file of the journal', () => {
  property('gives back what was written', anyRecords, (records) => {
    expect(parseSegment(stored(bytesOf(segmentText(records))))).toEqual({ records, grade: 'whole' });
  });

  property('that is cut off after any byte is torn, and has what was whole before it', cut, ({ records, place }) => {
    const bytes = bytesOf(segmentText(records));
    const rest = bytes.subarray(0, Math.floor(place * bytes.length));
    const { records: found, grade } = parseSegment(stored(rest));
    const wholeLines = rest.filter((byte) => byte === 0x0a).length;
    expect(found).toEqual(records.slice(0, Math.max(0, wholeLines - 1)));
    expect(grade).toBe(rest.length === bytes.length ? 'whole' : 'torn');
  });

  property(
    'that was damaged anywhere never has more than was written, nor passes for whole with less',
    fc.record({
      records: anyRecords,
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat(40),
      put: fc.oneof(anyText, fc.constantFrom('\n', '\0\0\0\0', '}', '"', '{}\n')),
    }),
    ({ records, place, removed, put }) => {
      const text = segmentText(records);
      const start = Math.floor(place * text.length);
      const damaged = text.slice(0, start) + put + text.slice(start + removed);
      const { records: found, grade } = parseSegment(damaged);
      const lines = damaged.split('\n').length - 2;
      expect(found.length).toBeLessThanOrEqual(Math.max(0, lines));
      const header = /^\{"format":"kirim-labels-journal","version":1,"records":(\d+)\}\n/.exec(damaged);
      if (grade === 'whole' && header) {
        expect(found).toHaveLength(Number(header[1]));
        expect(lines).toBe(found.length);
      }
      if (start > 60 && damaged === text) {
        expect(grade).toBe('whole');
      }
    },
  );

  property(
    'of another version, or of somebody else, is neither ours nor torn',
    fc.oneof(
      fc
        .tuple(fc.integer({ min: 2, max: 1000 }), anyRecords)
        .map(([version, records]) => segmentText(records).replace('"version":1', `"version":${version}`)),
      anyText.filter((text) => !'{"format":"kirim-labels-journal","version":1,'.startsWith(text.slice(0, 45))),
      anyRecords.map((records) => JSON.stringify(records, undefined, 2)),
      anyRecords.map((records) => segmentText(records).replace('kirim-labels-journal', 'kirim-labels')),
    ),
    (text) => {
      expect(parseSegment(text)).toEqual({ records: [], grade: 'unreadable' });
    },
  );
});
