import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../../../src/accounts/session';
import type { Accounts } from '../../../../src/accounts/accounts';
import { reportBatch } from '../../../../src/ui/messages/results/batchSummary';
import { DELETE_WORDS } from '../../../../src/ui/messages/results/deleteWords';
import { namesIn } from '../../../../src/ui/messages/names';
import { placeOf } from '../../../../src/ui/messages/place';
import { namesakesOf, teamLineWithId } from '../../../../src/ui/messages/teamNames';
import { labelRow } from '../../../../src/ui/prompts/pickers/labelRow';
import { DrawnRows } from '../../../../src/views/drawnRows';
import { groupName } from '../../../../src/views/labels/items/labelItem';
import { parentIdsOf, type LabelsTreeNode, rowId } from '../../../../src/views/labels/labelNodes';
import { labelNodes, topRows } from '../../../../src/views/labels/labelRows';
import { LabelsQuery } from '../../../../src/views/labels/labelsQuery';
import { LabelsTree } from '../../../../src/views/labels/labelsTree';
import { settings, workspace } from '../../fakeVscode';
import { label } from '../../labels/fakes';

const [sales, support] = [label('New', { team_id: 'team_a' }), label('New', { id: 'lbl_2', team_id: 'team_b' })];
const retired = label('[retired] Old', { team_id: 'team_a' });
const labels = [sales, support, retired];
const session = {
  organizationName: 'Acme',
  baseUrl: { href: 'https://api.test/v1', host: 'api.test' },
  labels: { labels, activities: { of: () => undefined } },
  ended: new AbortController().signal,
} as unknown as Session;

const rows = () => topRows(labelNodes(session, new LabelsQuery({ sessions: [session] })));

beforeEach(() => {
  settings['teamAliases'] = { team_a: 'Sales' };
});

describe('a team is called by its alias', () => {
  it('in names that it tells apart, in questions, lists, and reports', () => {
    expect(namesIn(session, [sales, support]).some).toEqual(['“New” (Team Sales)', '“New” (Team team_b)']);
    expect(placeOf([sales], session)).toContain('Team: Sales\n');
    expect(placeOf([support], session)).toContain('Team: team_b\n');
    expect(labelRow(sales, namesakesOf(labels)).description).toBe('gray, team Sales');
    const batch = { results: [sales, support].map((each) => ({ item: { label: each }, status: 'done' as const })) };
    expect(reportBatch(batch, DELETE_WORDS, session).slice(-2)).toEqual([
      '  New  lbl_New  Team Sales',
      '  New  lbl_2  Team team_b',
    ]);
  });

  it('in rows, where the id stays in the tooltip', () => {
    const [first, second, last] = rows();
    expect([first, second].map((row) => row && row.kind !== 'label' && groupName(row))).toEqual([
      'Team Sales',
      'Team team_b',
    ]);
    const old = last?.kind === 'retired' ? last.labels[0] : undefined;
    expect(old?.retired?.teamName).toBe('Sales');
    expect(teamLineWithId('team_a')).toBe('Team: Sales (ID team_a)');
    expect(teamLineWithId('team_b')).toBe('Team: team_b');
  });

  it('as plain text, and with its id where another one is called the same', () => {
    settings['teamAliases'] = { team_a: '$(x) [a](b)\n', team_b: '$(x) [a](b)\n' };
    const [name = ''] = namesIn(session, [sales]).some;
    expect(name).toMatch(/^“New” \(Team .*\(team_a\)\)$/);
    expect(`${name}${teamLineWithId('team_a')}${placeOf([sales], session)}`).not.toMatch(/\$\(|\]\(/);
  });
});

it('rows are drawn anew when the setting changes', async () => {
  const accounts = {
    onDidChange: () => ({ dispose: () => undefined }),
    restore: () => Promise.resolve([]),
    sessions: [],
  };
  const drawn = new DrawnRows<LabelsTreeNode>({ idOf: rowId, parentIdsOf });
  const tree = new LabelsTree(accounts as unknown as Accounts, drawn, new LabelsQuery(accounts));
  const onRows = vi.fn<(rows: LabelsTreeNode[] | undefined) => void>();
  tree.onDidChangeTreeData(onRows);
  await tree.getChildren();
  await workspace.getConfiguration('kirimLabels').update('teamAliases', { team_a: 'Support' });
  expect(onRows.mock.calls).toEqual([[undefined]]);
  tree.dispose();
});
