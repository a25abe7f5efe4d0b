import { describe, expect, it } from 'vitest';
import type { LabelChanges } from '../../../../src/operations/recheck/labelChanges';
import type { Session } from '../../../../src/accounts/session';
import { label } from '../../labels/fakes';
import { deletedNamesIn, LabelNames, nameIn, namesIn } from '../../../../src/ui/messages/names';
import { describeChanges } from '../../../../src/ui/messages/describeChanges';

const [north, south] = ['team_01JNCS44H0A0GZY8KQDZnorth0', 'team_01JNCS44H0A0GZY8KQDZsouth0'];
const inNorth = (name: string, id = `${name}n`) => label(name, { id, team_id: north });
const inSouth = (name: string, id = `${name}s`) => label(name, { id, team_id: south });
const session = (...labels: ReturnType<typeof label>[]) => ({ labels: { labels } }) as unknown as Session;

describe('how labels are named', () => {
  const all = [inNorth('New'), inSouth('New'), inNorth('Done'), inSouth('Done'), inNorth('VIP')];

  it('with their teams, where other teams have such labels, selected or not', () => {
    expect(namesIn(session(...all), [inNorth('New')]).some).toEqual(['“New” (Team …north0)']);
    expect(namesIn(session(...all), [inNorth('VIP')]).some).toEqual(['“VIP”']);
    expect(namesIn(session(...all), [inNorth('New'), inNorth('VIP')]).some).toEqual(['“New” (Team …north0)', '“VIP”']);
  });

  it('all with their teams, where they are of several', () => {
    expect(namesIn(session(...all), [inSouth('Done'), inNorth('VIP')]).some).toEqual([
      '“Done” (Team …south0)',
      '“VIP” (Team …north0)',
    ]);
  });

  it('with as much of their ids as is needed, where names look alike or cannot be seen', () => {
    const some = [inNorth('VIP', 'lbl_1'), inNorth('VIP\u200B', 'lbl_2'), inNorth('\u200B', 'lbl_3')];
    expect(new LabelNames(some, []).some).toEqual([
      '“VIP” (ID lbl_1)',
      '“VIP\u200B” (ID lbl_2)',
      '“\u200B” (ID lbl_3)',
    ]);
    const both = new LabelNames(some.slice(0, 1), [...some, inSouth('VIP', 'lbl_4')]);
    expect(both.some).toEqual(['“VIP” (Team …north0, ID lbl_1)']);
  });

  it('as plain text, whatever their ids and teams are', () => {
    const labels = [
      label('a', { id: '$(x)', team_id: '](y' }),
      label('a', { id: 'b\n', team_id: '](y' }),
      inNorth('b'),
    ];
    const [first = ''] = new LabelNames(labels, []).some;
    expect(first).not.toMatch(/\$\(|\]\(|\n/);
  });

  it('alone, where what looks like a deleted label has its place', () => {
    expect(deletedNamesIn(session(inNorth('VIP', 'new')), [inNorth('VIP', 'old')]).some).toEqual(['“VIP”']);
    expect(deletedNamesIn(session(inSouth('VIP', 'new')), [inNorth('VIP', 'old')]).some).toEqual([
      '“VIP” (Team …north0)',
    ]);
  });

  it('where several have changed since the question, too', () => {
    const changes: LabelChanges = {
      current: [],
      renamed: [{ before: inNorth('New'), current: { ...inNorth('New'), name: 'Gold' } }],
      recolored: [],
      gone: [inSouth('New')],
      unreadable: [],
      isListed: true,
    };
    expect(describeChanges(changes, session(...all))).toBe(
      'Something has changed since you were asked. “New” (Team …north0) is now called “Gold”. “New” (Team …south0) is already gone.',
    );
  });
});

describe('a name that runs from right to left', () => {
  it('is isolated, so that what stands beside it stays where it is', () => {
    expect(nameIn(session(), label('שלום (2)', { id: '1' }))).toBe('“\u2068שלום (2)\u2069”');
    expect(nameIn(session(), label('عميل مهم', { id: '1' }))).toBe('“\u2068عميل مهم\u2069”');
    expect(nameIn(session(), label('a\u200Fb', { id: '1' }))).toBe('“\u2068a\u200Fb\u2069”');
  });

  it('ends no other isolate than its own', () => {
    expect(nameIn(session(), label('ש\u2069\u2068\u2066', { id: '1' }))).toBe('“\u2068ש\u2069”');
  });

  it('is as it is where nothing runs from right to left', () => {
    expect(nameIn(session(), label('VIP 🌱 日本', { id: '1' }))).toBe('“VIP 🌱 日本”');
  });
});
