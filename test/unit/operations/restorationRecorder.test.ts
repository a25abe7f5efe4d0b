import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/journal/entry';
import { RestorationRecorder } from '../../../src/operations/restorationRecorder';
import { label } from '../labels/fakes';

const retirement = (before: ReturnType<typeof label>): JournalEntry => ({
  run: 'run',
  act: 'retire',
  label: before,
  startedAt: '2026-01-01T00:00:00Z',
  outcome: 'done',
});

describe('what is written down of a restoration', () => {
  const before = label('VIP', { color: 'red' });
  const other = label('Lead');
  const entries = [retirement(before), retirement(other)];

  it('is each label that was restored, for the retirement that it undid', async () => {
    const written: JournalEntry[] = [];
    const journal = { restored: (entry: JournalEntry) => Promise.resolve(void written.push(entry)) };
    const recorder = new RestorationRecorder([before, other, label('Unknown')], journal, entries);
    await recorder.begin();
    recorder.ended(before, 'done');
    recorder.ended(other, 'inDoubt');
    recorder.ended(label('Unknown'), 'done');
    await recorder.finish();
    expect(written).toEqual(entries.slice(0, 1));
  });

  it('disturbs nobody where it cannot be written, before the end', async () => {
    const journal = { restored: () => Promise.reject(new Error('disk full')) };
    const recorder = new RestorationRecorder([before], journal, entries);
    recorder.ended(before, 'done');
    await expect(recorder.finish()).rejects.toThrow('disk full');
  });
});
