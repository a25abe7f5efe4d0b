import { describe, expect, it } from 'vitest';
import { explainInterruption } from '../../../src/labels/interruption';
import type { Label } from '../../../src/api/schema';
import type { JournalAct, JournalEntry } from '../../../src/journal/entry';
import { label, wholeListOf } from './fakes';

/** Six labels that ended in all ways, the last of which nothing was sent for; the list has those of `now`. */
function explain(act: JournalAct, now: Record<string, string | Partial<Label>> | undefined, ...unreadable: string[]) {
  const outcomes = ['done', 'alreadyGone', 'failed', 'inDoubt', undefined] as const;
  const names = ['done', 'gone', 'failed', 'doubt', 'open', 'unsent'];
  const entries = outcomes.map((outcome, index): JournalEntry => ({
    run: 'run',
    act,
    label: label(names[index] ?? ''),
    startedAt: '2026-01-01T00:00:00Z',
    outcome,
  }));
  const labels = names.map((name) => ({ id: `lbl_${name}`, name }));
  const run = { id: 'run', act, startedAt: '2026-01-01T00:00:00Z', labels };
  const listed = Object.entries(now ?? {}).map(([name, change]) =>
    label(name, typeof change === 'string' ? { name: change } : change),
  );
  const list = now && wholeListOf(...listed, ...unreadable.map((name) => ({ id: `lbl_${name}` })));
  const { done, inDoubt, notDone } = explainInterruption({ run, hasBegun: true, entries }, list);
  return [done, inDoubt, notDone].map((some) => some.map(({ name }) => name));
}

describe('a run that broke off', () => {
  it('deleted what is not listed any more; what was not sent is still there', () => {
    expect(explain('delete', { doubt: 'doubt', failed: 'failed', unsent: 'unsent' })).toEqual([
      ['done', 'gone', 'open'],
      [],
      ['failed', 'doubt', 'unsent'],
    ]);
  });

  it('may have deleted what nobody can look up', () => {
    expect(explain('delete', undefined)).toEqual([
      ['done', 'gone'],
      ['doubt', 'open'],
      ['failed', 'unsent'],
    ]);
  });

  it('may have deleted what the list has in a form that cannot be read', () => {
    expect(explain('delete', {}, 'doubt')).toEqual([['done', 'gone', 'open'], ['doubt'], ['failed', 'unsent']]);
  });

  it('retired what has another name now; what is gone may have been retired before', () => {
    expect(explain('retire', { doubt: '[retired] doubt', unsent: 'unsent' })).toEqual([
      ['done', 'doubt'],
      ['open'],
      ['gone', 'failed', 'unsent'],
    ]);
    expect(explain('retire', { doubt: 'doubt', open: 'open' })).toEqual([
      ['done'],
      [],
      ['gone', 'failed', 'doubt', 'open', 'unsent'],
    ]);
  });

  it('may have retired what has another name but not the color of what is retired: another client may have renamed it', () => {
    const now = { doubt: { name: 'Gold', color: 'red' }, open: { name: '[retired] open', color: 'gray' } };
    expect(explain('retire', now)).toEqual([['done', 'open'], ['doubt'], ['gone', 'failed', 'unsent']]);
  });

  it('recolored what has another color now, and renamed what has another name', () => {
    const now = { doubt: { color: 'red' }, open: { name: 'Gold' }, unsent: {} };
    expect(explain('recolor', now)).toEqual([['done', 'doubt'], [], ['gone', 'failed', 'open', 'unsent']]);
    expect(explain('rename', now)).toEqual([['done', 'open'], [], ['gone', 'failed', 'doubt', 'unsent']]);
  });
});
