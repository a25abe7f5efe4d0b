import { describe, expect, it } from 'vitest';
import type { Session } from '../../../../src/accounts/session';
import type { LabelNode, RetiredNode, SessionNode, TeamNode } from '../../../../src/views/labels/labelNodes';
import { neighborOf } from '../../../../src/views/labels/neighborRow';
import { label } from '../../labels/fakes';

const session = { labels: {} } as unknown as Session;
const row = (name: string): LabelNode => ({ kind: 'label', label: label(name), session });
const [a, b, c, d] = ['A', 'B', 'C', 'D'].map(row) as [LabelNode, LabelNode, LabelNode, LabelNode];
const team = (teamId: string, ...labels: LabelNode[]): TeamNode => ({
  kind: 'team',
  teamId,
  name: teamId,
  session,
  labels,
});
const retired: RetiredNode = {
  kind: 'retired',
  session,
  labels: [{ ...row('R'), retired: { teamName: undefined } }],
};

const after = (origin: SessionNode, top: readonly SessionNode[], ...going: readonly LabelNode[]) => {
  const next = neighborOf(origin, top, ({ label: { id } }) => going.some((node) => node.label.id === id));
  return next?.kind === 'label' ? next.label.name : next?.kind === 'team' ? next.teamId : next?.kind;
};

describe('the row next to one that goes', () => {
  it('is the next one, of the last one that before it', () => {
    expect(after(a, [a, b, c], a)).toBe('B');
    expect(after(b, [a, b, c], b)).toBe('C');
    expect(after(c, [a, b, c], c)).toBe('B');
  });

  it('is one that stays, where several go, with holes', () => {
    expect(after(a, [a, b, c, d], a, b, d)).toBe('C');
    expect(after(d, [a, b, c, d], d, c, a)).toBe('B');
    expect(after(c, [a, b, c, d], a, b, c)).toBe('D');
  });

  it('is of the same group, and of the nearest team where that goes as well: a team that is left alone has no row', () => {
    const top = [team('one', a), team('two', b, c), team('three', d), retired];
    expect(after(c, top, c)).toBe('B');
    expect(after(a, top, a)).toBe('B');
    expect(after(b, top, b, c)).toBe('D');
    expect(after(d, top, d)).toBe('C');
    expect(after(d, [team('two', b, c), team('three', d)], d)).toBe('C');
    expect(after(team('one', a), top, a)).toBe('B');
  });

  it('is a team where its labels are not drawn, and what is retired where nothing else stays', () => {
    const top = [team('one', a), team('two', b)];
    expect(
      neighborOf(
        a,
        top,
        ({ label: { id } }) => id === a.label.id,
        () => false,
      ),
    ).toBe(top[1]);
    expect(after(b, [a, b, retired], b)).toBe('A');
    expect(after(a, [a, retired], a)).toBe('retired');
    expect(after(a, [team('one', a), retired], a)).toBe('retired');
  });

  it('is none where the row stays, where it is not there any more, and where nothing stays', () => {
    expect(after(a, [a, b], b)).toBeUndefined();
    expect(after(d, [a, b], d)).toBeUndefined();
    expect(after(a, [a], a)).toBeUndefined();
    expect(after(team('two', b, c), [team('two', b, c), a], b)).toBeUndefined();
  });

  it('is found by its id: the object that stands for a row is another one after each refresh', () => {
    expect(after({ ...a }, [{ ...a }, b], a)).toBe('B');
  });
});
