import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../../../src/accounts/session';
import type { Label } from '../../../../src/api/schema';
import { NO_FILTER } from '../../../../src/labels/query/labelFilter';
import type { LabelsTreeNode } from '../../../../src/views/labels/labelNodes';
import { labelNodes, topRows } from '../../../../src/views/labels/labelRows';
import { LabelsQuery } from '../../../../src/views/labels/labelsQuery';
import { settings, workspace } from '../../fakeVscode';
import { label } from '../../labels/fakes';

const organization = (...labels: readonly Label[]) => ({ id: 'org', labels: { labels } }) as unknown as Session;
const nameOf = (row: LabelsTreeNode): unknown =>
  row.kind === 'label' ? row.label.name : [row.kind, ...('labels' in row ? row.labels.map(nameOf) : [])];
const rowsOf = (session: Session, query: LabelsQuery) => topRows(labelNodes(session, query)).map(nameOf);

let acme: Session;
let query: LabelsQuery;

beforeEach(() => {
  settings['retiredPrefix'] = '[retired] ';
  acme = organization(
    label('Blue', { color: 'blue', team_id: 'team_a' }),
    label('Red', { color: 'red', team_id: 'team_a' }),
    label('Red too', { color: 'red', team_id: 'team_b', updated_at: '2026-05-01T00:00:00Z' }),
    label('[retired] Red', { color: 'gray', team_id: 'team_b' }),
  );
  query = new LabelsQuery({ sessions: [acme] });
});

describe('a filter of the view', () => {
  it('leaves groups with the labels alone that it shows, also where those are of one team', () => {
    query.filter = { ...NO_FILTER, text: 'red' };
    expect(rowsOf(acme, query)).toEqual([
      ['team', 'Red'],
      ['team', 'Red too'],
      ['retired', '[retired] Red'],
    ]);
    query.filter = { ...NO_FILTER, colors: ['blue'] };
    expect(rowsOf(acme, query)).toEqual([['team', 'Blue']]);
    query.filter = { ...NO_FILTER, text: 'nothing' };
    expect(rowsOf(acme, query)).toEqual([]);
  });

  it('keeps the ids that tell labels apart, also where the other one is hidden', () => {
    const session = organization(
      label('Same', { id: 'lbl_0001', color: 'red' }),
      label('Same', { id: 'lbl_0002', color: 'blue' }),
    );
    query.filter = { ...NO_FILTER, colors: ['red'] };
    expect(labelNodes(session, query).map(({ shortId }) => shortId)).toEqual(['lbl_0001']);
  });

  it('says how many labels it shows, of all organizations, and follows their lists', () => {
    const sessions = [acme, organization(label('Reddish'))];
    query = new LabelsQuery({ sessions });
    expect(query.message).toBe('');
    query.filter = { ...NO_FILTER, text: 'red' };
    expect(query.message).toBe('Filter: “red”. 4 of 5 labels.');
    Object.assign(acme.labels, { labels: acme.labels.labels.slice(0, 2) });
    expect(query.message).toBe('Filter: “red”. 2 of 3 labels.');
    Object.assign(acme.labels, { hasMore: true });
    expect(query.message).toBe('Filter: “red”. 2 of 3 labels so far.');
    query.filter = NO_FILTER;
    expect(query.message).toBe('');
  });

  it('says nothing where there is no label: the view says why', () => {
    query = new LabelsQuery({ sessions: [organization()] });
    query.filter = { ...NO_FILTER, text: 'red' };
    expect(query.message).toBe('');
  });

  it('tells of a change once, and not where it is the same', () => {
    let changes = 0;
    query.onDidChange(() => (changes += 1));
    query.filter = { ...NO_FILTER, text: 'red' };
    query.filter = { ...NO_FILTER, text: 'red' };
    expect(changes).toBe(1);
  });

  it('has a word in questions, and none while it is off', () => {
    const note = (...labels: readonly Label[]) =>
      query.noteOn([{ session: acme, items: labels.map((one) => ({ label: one })) }]);
    expect(note(...acme.labels.labels)).toBe('');
    query.filter = { ...NO_FILTER, text: 'red' };
    expect(note(label('Red'))).toContain('only labels that it shows');
    expect(note(label('Blue'))).toContain('1 label that it hides');
  });
});

describe('the order of the view', () => {
  it('is that of the setting, within each group, and follows it', () => {
    let change: (event: { affectsConfiguration: (name: string) => boolean }) => void = () => undefined;
    vi.spyOn(workspace, 'onDidChangeConfiguration').mockImplementation(((listener: typeof change) => {
      const before = change;
      change = (event) => {
        before(event);
        listener(event);
      };
      return { dispose: () => undefined };
    }) as unknown as typeof workspace.onDidChangeConfiguration);
    query = new LabelsQuery({ sessions: [acme] });
    const session = organization(label('A', { color: 'red' }), label('B', { color: 'gray' }));
    expect(rowsOf(session, query)).toEqual(['A', 'B']);
    settings['sortOrder'] = 'color';
    change({ affectsConfiguration: (name) => name === 'kirimLabels.sortOrder' });
    expect(rowsOf(session, query)).toEqual(['B', 'A']);
    settings['sortOrder'] = 'whatever';
    change({ affectsConfiguration: (name) => name === 'kirimLabels.sortOrder' });
    expect(rowsOf(session, query)).toEqual(['A', 'B']);
  });
});
