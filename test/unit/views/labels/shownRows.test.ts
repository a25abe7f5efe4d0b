import { beforeEach, describe, expect, it } from 'vitest';
import type { Label } from '../../../../src/api/schema';
import type { Session } from '../../../../src/accounts/session';
import type { LabelsTreeNode } from '../../../../src/views/labels/labelNodes';
import { NO_FILTER } from '../../../../src/labels/query/labelFilter';
import { label } from '../../labels/fakes';
import { MarkedView, nodeOf, teamOf } from './markedView';

const busy = new Set<string>();
const session = {
  labels: {
    labels: [] as readonly Label[],
    activities: { of: (id: string) => (busy.has(id) ? { kind: 'deleting' } : undefined) },
  },
} as unknown as Session;
const row = (name: string, teamId: string) => nodeOf({ ...label(name), team_id: teamId }, session);
const [alpha, beta, gamma, delta] = ['Alpha', 'Beta', 'Gamma', 'Delta'].map((name) => row(name, 'team_a')) as [
  LabelsTreeNode & { kind: 'label' },
  LabelsTreeNode & { kind: 'label' },
  LabelsTreeNode & { kind: 'label' },
  LabelsTreeNode & { kind: 'label' },
];
const other = row('Other', 'team_b');
const [teamA, teamB] = [teamOf('team_a', [alpha, beta, gamma, delta]), teamOf('team_b', [other])];

let view: InstanceType<typeof MarkedView>;

beforeEach(() => {
  busy.clear();
  Object.assign(session.labels, { labels: [alpha, beta, gamma, delta, other].map((node) => node.label) });
  view = new MarkedView([teamA, teamB]);
});

const names = (rows: readonly LabelsTreeNode[]) =>
  rows.map((node) => (node.kind === 'label' ? node.label.name : node.kind === 'team' ? node.teamId : 'Retired'));
const meant = async (args: readonly unknown[]) => names((await view.shown.calledOn(args)).rows);
const tick = () => new Promise((resolve) => setTimeout(resolve));

describe('a key press is about', () => {
  it('all selected rows where the one with the focus is among them', async () => {
    view.select(alpha, other);
    expect(await meant(view.pressed())).toEqual(['Alpha', 'Other']);
  });

  it('the row with the focus alone where arrow keys have left the selection behind, of one row or of several', async () => {
    view.select(alpha);
    view.focused = beta;
    expect(await meant(view.pressed())).toEqual(['Beta']);
    view.select(alpha, gamma);
    view.focused = beta;
    expect(await meant(view.pressed())).toEqual(['Beta']);
  });

  it('what is still selected where the row with the focus was taken out of the selection', async () => {
    view.select(alpha);
    view.toggle(gamma);
    view.toggle(gamma);
    await tick();
    expect(await meant(view.pressed())).toEqual(['Alpha']);
    view.focused = delta;
    expect(await meant(view.pressed())).toEqual(['Delta']);
  });

  it('the row with the focus where it was the only one that was selected', async () => {
    view.select(gamma);
    view.toggle(gamma);
    await tick();
    expect(await meant(view.pressed())).toEqual(['Gamma']);
  });

  it('the row with the focus also where that was selected before it was reached with an arrow key', async () => {
    view.select(alpha, beta, gamma);
    // Shift and Arrow Up: the focus is on the row before.
    view.select(alpha, beta);
    await tick();
    view.focused = gamma;
    expect(await meant(view.pressed())).toEqual(['Gamma']);
  });

  it('what was marked when the key was pressed, not what is marked when the command is there', async () => {
    view.select(alpha);
    const args = view.pressed();
    view.select(beta);
    expect(await meant(args)).toEqual(['Alpha']);
  });

  it('the row that has the focus once rows that are being replaced are there', async () => {
    view.select(alpha);
    view.tree.isSettling = true;
    view.focused = undefined;
    const called = meant(view.pressed({ focused: undefined }));
    await tick();
    view.focused = beta;
    expect(await called).toEqual(['Beta']);
  });

  it('the selected rows where VS Code has lost them while they are being replaced, as they are now', async () => {
    view.select(alpha, gamma);
    view.view.selection = [];
    const renamed = { ...alpha, label: { ...alpha.label, name: 'Renamed' } };
    view.top = [teamOf('team_a', [renamed, beta, gamma, delta])];
    expect(await meant(view.pressed())).toEqual(['Renamed', 'Gamma']);
  });

  it('the row with the focus alone once one of several selected rows was drawn anew, which takes their marks away', async () => {
    view.select(alpha, gamma);
    view.redraw(beta);
    view.redraw();
    expect(await meant(view.pressed())).toEqual(['Alpha', 'Gamma']);
    view.redraw(alpha);
    expect(await meant(view.pressed())).toEqual(['Gamma']);
    expect(await meant([])).toEqual([]);
    view.select(alpha, beta);
    expect(await meant(view.pressed())).toEqual(['Alpha', 'Beta']);
    view.select(alpha);
    view.redraw(alpha);
    expect(await meant(view.pressed())).toEqual(['Alpha']);
  });

  it('the group that has the focus', async () => {
    view.select(alpha);
    view.focused = teamB;
    expect(await meant(view.pressed())).toEqual(['team_b']);
  });

  it('the row with the focus alone while a search of VS Code’s may hide the others, and none that lost its mark', async () => {
    view.select(alpha, beta);
    expect(await meant(view.pressed({ search: true }))).toEqual(['Beta']);
    view.toggle(beta);
    await tick();
    expect(await meant(view.pressed({ search: true }))).toEqual([]);
  });

  it('nothing where such a search hides the row with the focus', async () => {
    view.select(alpha);
    view.hidden = [alpha];
    expect(await meant(view.pressed({ search: true }))).toEqual([]);
  });
});

describe('rows that are not drawn', () => {
  it('are not meant: those of a group that was collapsed', async () => {
    view.select(alpha, beta);
    view.collapse(teamA);
    expect(await meant(view.pressed())).toEqual([]);
    view.focused = teamA;
    expect(await meant(view.pressed())).toEqual(['team_a']);
    expect(await meant([])).toEqual([]);
    view.expand(teamA);
    expect(await meant([])).toEqual(['Alpha', 'Beta']);
  });

  it('are not meant where a menu was opened on another row that is selected', async () => {
    view.select(alpha, other);
    view.collapse(teamA);
    expect(await meant([other, [alpha, other]])).toEqual(['Other']);
  });

  it('are not meant: those of a hidden view', async () => {
    view.select(alpha);
    view.view.visible = false;
    expect(await meant([])).toEqual([]);
    expect(await meant(view.pressed())).toEqual([]);
  });

  it('are drawn again where their group went and came back, which VS Code draws expanded', async () => {
    view.select(alpha);
    view.collapse(teamA);
    view.drawn.forgetAllBut([teamB]);
    expect(await meant(view.pressed())).toEqual(['Alpha']);
  });
});

describe('rows that the filter hides', () => {
  const filter = (text: string) => {
    view.query.filter = { ...NO_FILTER, text };
    view.redraw();
  };

  it('are not meant where they were selected before: with a key, from a menu, from the palette', async () => {
    view.select(alpha, beta, gamma);
    view.focused = gamma;
    filter('gamma');
    expect(await meant(view.pressed())).toEqual(['Gamma']);
    expect(await meant([gamma, [alpha, beta, gamma]])).toEqual(['Gamma']);
    expect(await meant([])).toEqual(['Gamma']);
  });

  it('are not meant where one is passed that was drawn before the filter, nor is what is selected in its place', async () => {
    view.select(alpha);
    view.focused = beta;
    filter('alpha');
    expect(await meant(view.pressed({ focused: beta }))).toEqual([]);
    expect(await meant([beta, [beta]])).toEqual([]);
    expect(await meant([beta])).toEqual([]);
    expect(await meant([undefined, [alpha, beta]])).toEqual(['Alpha']);
  });

  it('are not marked any more when the filter shows them again, until they are selected again', async () => {
    view.select(alpha, beta, gamma);
    filter('gamma');
    filter('');
    expect(await meant(view.pressed())).toEqual(['Gamma']);
    expect(await meant([])).toEqual(['Gamma']);
    view.select(alpha, gamma);
    expect(await meant([])).toEqual(['Alpha', 'Gamma']);
  });

  it('are not marked any more also where the filter was on between two drawings alone', async () => {
    view.select(alpha, gamma);
    view.query.filter = { ...NO_FILTER, text: 'gamma' };
    view.query.filter = NO_FILTER;
    expect(await meant(view.pressed())).toEqual(['Gamma']);
  });

  it('are not meant by their group, whose row may be older than the filter', async () => {
    filter('gamma');
    const { rows } = await view.shown.calledOn([teamA, [teamA]]);
    expect(rows.flatMap((row) => (row.kind === 'team' ? names(row.labels) : []))).toEqual(['Gamma']);
    expect(await meant([teamB])).toEqual([]);
  });

  it('are hidden by what labels are now, not when the row was drawn', async () => {
    view.query.filter = { ...NO_FILTER, colors: [alpha.label.color] };
    view.select(alpha, beta);
    const { labels } = session.labels;
    const changed = session.labels.labels.map((one) => (one.name === 'Alpha' ? { ...one, color: 'red' } : one));
    Object.assign(session.labels, { labels: changed });
    expect(await meant(view.pressed())).toEqual(['Beta']);
    view.redraw();
    Object.assign(session.labels, { labels });
    expect(await meant(view.pressed())).toEqual(['Beta']);
  });
});

describe('what a keybinding of the user’s or another extension passes', () => {
  const fake = { kind: 'label', label: { ...label('Made up'), id: alpha.label.id }, session };
  it.each([
    ['nothing', undefined],
    ['null and a list of it', null, [null]],
    ['a text', 'Alpha'],
    ['a number', 7, [7]],
    ['a list of lists', [[alpha]], [[alpha]]],
    ['what looks like a row', fake, [fake]],
    ['what has a row for a prototype', Object.create(alpha) as unknown],
  ])('is no row: %s', async (_, ...args) => {
    view.select(alpha);
    expect(await meant(view.taken(...args))).toEqual([]);
  });

  it('counts as far as it is rows', async () => {
    expect(await meant(view.taken(null, [fake, beta, undefined]))).toEqual(['Beta']);
    expect(await meant(view.taken(alpha, [fake, beta]))).toEqual(['Alpha']);
  });

  it('may be the extension’s own arguments, also without VS Code’s word for the focus', async () => {
    view.select(alpha);
    view.focused = gamma;
    expect(await meant(view.taken({ focusedRow: true }))).toEqual(['Gamma']);
    expect(await meant(view.taken([fake, { focusedRow: true }]))).toEqual(['Gamma']);
  });
});

describe('the focus', () => {
  const left = (origin: LabelsTreeNode | undefined, ...going: readonly (typeof alpha)[]) => {
    view.shown.leave(
      origin,
      going.map((node) => node.label),
    );
    return view.revealed.splice(0).map(([node, options]) => [...names([node]), options]);
  };

  it('goes on to a row that stays, and takes the selection with it where nothing else is selected', () => {
    view.select(beta);
    expect(left(beta, beta)).toEqual([['Gamma', { focus: true, select: true, expand: false }]]);
    view.select(alpha);
    view.focused = beta;
    expect(left(beta, beta)).toEqual([['Gamma', { focus: true, select: false, expand: false }]]);
  });

  it('goes on once more when VS Code has the rows that it was just being given', async () => {
    const { reveal } = view.view;
    view.view.reveal = () => {
      view.view.reveal = reveal;
      return Promise.reject(new Error('TreeError: the row is not known'));
    };
    expect(left(beta, beta)).toEqual([]);
    await new Promise(setImmediate);
    expect(view.revealed.map(([node]) => names([node]))).toEqual([['Gamma']]);
  });

  it('comes back where nothing has happened to its label, and stays where it was moved on meanwhile', async () => {
    const revealed = async (stayed: typeof alpha, focused: typeof alpha) => {
      view.select(beta);
      const comeBack = view.shown.leave(beta, [beta.label]);
      view.revealed.length = 0;
      view.focused = focused;
      comeBack([stayed.label]);
      await new Promise(setImmediate);
      return view.revealed.map(([node, options]) => [...names([node]), options]);
    };
    expect(await revealed(beta, gamma)).toEqual([['Beta', { focus: true, select: true, expand: false }]]);
    expect(await revealed(beta, delta)).toEqual([]);
    expect(await revealed(alpha, gamma)).toEqual([]);
  });

  it('passes by what another command works on', () => {
    busy.add(gamma.label.id);
    expect(left(beta, beta)).toEqual([['Delta', { focus: true, select: true, expand: false }]]);
  });

  it('stays where the command did not come from the view, where its row stays, and where the view is hidden', () => {
    expect(left(undefined, beta)).toEqual([]);
    expect(left(gamma, beta)).toEqual([]);
    view.view.visible = false;
    expect(left(beta, beta)).toEqual([]);
  });
});
