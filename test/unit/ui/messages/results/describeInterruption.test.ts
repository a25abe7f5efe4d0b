import { describe, expect, it } from 'vitest';
import type { Interruption } from '../../../../../src/labels/interruption';
import type { JournalAct } from '../../../../../src/journal/entry';
import type { Session } from '../../../../../src/accounts/session';
import { describeInterruption, reportInterruption } from '../../../../../src/ui/messages/results/describeInterruption';

const session = {
  organizationName: 'Acme',
  labels: { labels: [] },
  baseUrl: { host: 'api.kirim.chat' },
} as unknown as Session;
const label = (name: string) => ({ id: `lbl_${name}`, name });

function brokenOff(act: JournalAct, some: Partial<Record<'done' | 'inDoubt' | 'notDone', string[]>>): Interruption {
  const [done, inDoubt, notDone] = [some.done, some.inDoubt, some.notDone].map((names = []) => names.map(label));
  const labels = [...(done ?? []), ...(inDoubt ?? []), ...(notDone ?? [])];
  const run = { id: 'run', act, startedAt: '2026-01-01T00:00:00Z', labels };
  return { run, hasBegun: true, done: done ?? [], inDoubt: inDoubt ?? [], notDone: notDone ?? [] };
}

const unsent = (act: JournalAct, ...names: string[]) => ({ ...brokenOff(act, { notDone: names }), hasBegun: false });

describe('a run that VS Code was closed in', () => {
  it('says what was done and what was not', () => {
    expect(
      describeInterruption(brokenOff('delete', { done: ['a', 'b'], inDoubt: ['c'], notDone: ['d'] }), session),
    ).toBe('VS Code was closed while it deleted 4 labels. Deleted: 2. May have been deleted: 1. Not deleted: 1.');
    expect(describeInterruption(brokenOff('retire', { done: ['a'] }), session)).toBe(
      'VS Code was closed while it retired label “a”. It was retired.',
    );
  });

  it('says that nothing was done where nothing was sent, as in the time to undo', () => {
    expect(describeInterruption(unsent('delete', 'VIP'), session)).toBe(
      'VS Code was closed before label “VIP” was deleted. It was not deleted.',
    );
  });

  it('has each label of it in the report', () => {
    const lines = reportInterruption(unsent('delete', 'a', 'b'), session);
    expect(lines).toContain('VS Code was closed before 2 labels were deleted. None was deleted.');
    expect(lines.slice(-3)).toEqual(['Not deleted (2)', '  a  lbl_a', '  b  lbl_b']);
  });
});
