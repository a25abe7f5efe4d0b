import { beforeEach, describe, expect, it, vi } from 'vitest';
import { compareLabels } from '../../../src/commands/copy/compareLabels';
import { createLabel } from '../../../src/commands/create/createLabel';
import { copyToOrganization } from '../../../src/commands/copy/copyToOrganization';
import { NO_FILTER } from '../../../src/labels/query/labelFilter';
import { type Organization, withOddRecords } from '../../kirim';
import { pickers, told, window } from '../fakeVscode';
import { Desk } from './desk';

let desk: Desk;

/** What was asked for in lists without check marks. */
let asked: string[][];

beforeEach(async () => {
  desk = await Desk.open(3);
  asked = [];
  vi.spyOn(window, 'showQuickPick').mockImplementation((items) => {
    asked.push(items.map((item) => (item as { readonly label: string }).label));
    return Promise.resolve(items.at(-1));
  });
});

const namesOf = (organization: Organization) => organization.labels().map(({ name }) => name);

describe.each([
  ['Compare Labels', compareLabels],
  ['Copy Labels to Organization', copyToOrganization],
])('%s', (_, command) => {
  it('says that two organizations are needed where one alone is signed in', async () => {
    await desk.run(command, 'L1');
    expect([told, desk.actions.map(({ title }) => title)]).toEqual([
      ['This needs two organizations: sign in with the API key of each.'],
      ['Sign In'],
    ]);
    expect([desk.kirim.requests.all, desk.compared]).toEqual([[], []]);
  });
});

describe.each([
  ['Create Label', createLabel],
  ['Compare Labels', compareLabels],
  ['Copy Labels to Organization', copyToOrganization],
])('%s', (_, command) => {
  it('says that the organization is signed out which was picked, where it was signed out while the list was open', async () => {
    desk.signInBeside({ name: 'Beta' });
    desk.signInBeside({ name: 'Gamma' });
    vi.spyOn(window, 'showQuickPick').mockImplementation((items) => {
      desk.others.splice(0).forEach((session) => {
        session.dispose();
      });
      return Promise.resolve(items.at(-1));
    });
    await (command === createLabel ? desk.runOn(command) : desk.run(command, 'L1'));
    expect(desk.said).toEqual([
      expect.stringMatching(/^You are no longer signed in to (Beta|Gamma)\. Nothing was done\.$/),
    ]);
  });
});

describe('Compare Labels', () => {
  it('opens the only two organizations side by side, without a question, as they are now', async () => {
    const other = desk.signInBeside({ name: 'Beta' });
    other.addLabel({ name: 'L2', color: 'red' });
    desk.organization.addLabel({ name: 'L0' });
    await desk.run(compareLabels);
    expect(desk.compared).toEqual([
      [
        'Labels: Acme ↔ Beta',
        { title: 'Acme', lines: ['L0  gray', 'L1  gray', 'L2  gray', 'L3  gray'] },
        { title: 'Beta', lines: ['L2  red'] },
      ],
    ]);
    expect(asked).toEqual([]);
  });

  it('asks for the first and the second of several', async () => {
    desk.signInBeside({ name: 'Beta' });
    desk.signInBeside({ name: 'Gamma' });
    await desk.run(compareLabels);
    expect(asked).toEqual([
      ['Acme', 'Beta', 'Gamma'],
      ['Acme', 'Beta'],
    ]);
    expect(desk.compared[0]?.[0]).toBe('Labels: Gamma ↔ Beta');
  });

  it('begins with the organization of the row that it is called on', async () => {
    desk.signInBeside({ name: 'Beta' });
    const [session = expect.unreachable()] = desk.others;
    await desk.runOn(compareLabels, { kind: 'organization', session });
    expect([desk.compared[0]?.[0], asked]).toEqual(['Labels: Beta ↔ Acme', []]);
  });

  it('says what is known of a list that cannot be loaded, and nothing where nothing is known', async () => {
    desk.signInBeside({ name: 'Beta' }).addLabel({ name: 'VIP' });
    desk.kirim.faults.add({ fault: { kind: 'html' }, times: Infinity });
    await expect(desk.run(compareLabels)).rejects.toThrow('Beta: The labels could not be loaded.');
    expect(desk.compared).toEqual([]);
    desk.kirim.faults.clear();
    await desk.others[0]?.labels.refresh();
    desk.kirim.faults.add({ fault: { kind: 'html' }, times: Infinity });
    await desk.run(compareLabels);
    const [[, left, right] = expect.unreachable()] = desk.compared;
    expect([left.lines.length, right.lines]).toEqual([
      5,
      [expect.stringMatching('^This list may be incomplete or out of date. '), '', 'VIP  gray'],
    ]);
  });
});

describe('Copy Labels to Organization', () => {
  it('creates in the other organization what it does not have, with its color, after one question', async () => {
    const beta = desk.signInBeside({ name: 'Beta' });
    beta.addLabel({ name: 'L2', color: 'red' });
    const before = desk.organization.addLabel({ name: 'Teal', color: 'teal' });
    await desk.session.labels.refresh();
    await desk.run(copyToOrganization, 'L1', 'L2', 'Teal');
    expect(desk.asked).toHaveLength(1);
    const [{ question, detail } = expect.unreachable()] = desk.asked;
    expect(question).toBe('Copy 2 labels from Acme to Beta?');
    expect(detail).toContain('“L1”\n“Teal”\n\nThey are created');
    expect(detail).toContain('There is a label “L2” in Beta already, so it is left out.');
    expect(told).toEqual(['Beta: Created 2 labels. They are attached to nothing yet.']);
    expect(namesOf(beta).sort()).toEqual(['L1', 'L2', 'Teal']);
    const copy = beta.labels().find(({ name }) => name === 'Teal');
    expect(copy?.color).toBe('teal');
    expect(copy?.id).not.toBe(before.id);
    expect(namesOf(desk.organization)).toHaveLength(4);
  });

  it('says which of them look like labels that are there, as typing their names would', async () => {
    const beta = desk.signInBeside({ name: 'Beta' });
    beta.addLabel({ name: 'Ll' });
    desk.organization.addLabel({ name: 'LI' });
    await desk.session.labels.refresh();
    await desk.run(copyToOrganization, 'LI');
    await desk.run(copyToOrganization, 'L2', 'L3');
    desk.organization.addLabel({ name: 'L|' });
    await desk.session.labels.refresh();
    await desk.run(copyToOrganization, 'L1', 'L|');
    const [one, none, many] = desk.asked.map(({ detail }) => detail);
    expect(one).toContain('This looks like the label “Ll”, which is there already.');
    expect(none).not.toContain('look');
    expect(many).toMatch(/Some look like labels that are there already: “L[lI]” \(ID …\w+\)\./);
  });

  it('says that a filter is on, and that what is there already is not all known', async () => {
    const beta = desk.signInBeside({ name: 'Beta' });
    desk.context.query.filter = { ...NO_FILTER, colors: ['gray'] };
    await desk.run(copyToOrganization, 'L1');
    beta.addLabel({ name: 'VIP' });
    const change = withOddRecords(({ name }) => name === 'VIP', 'no name');
    desk.kirim.faults.add({ match: { method: 'GET' }, fault: { kind: 'changed', change }, times: Infinity });
    await desk.run(copyToOrganization, 'L2');
    const [known, unknown] = desk.asked.map(({ detail }) => detail);
    expect(known).toContain('Where it is copied from nothing changes. A filter is on: ');
    expect(known).not.toContain('Not all labels');
    expect(unknown).toContain('Not all labels of Beta could be read: some of these names may be there already.');
  });

  it('takes labels of several organizations, but those of the one that they are copied to', async () => {
    const [beta, gamma] = [desk.signInBeside({ name: 'Beta' }), desk.signInBeside({ name: 'Gamma' })];
    for (const [organization, name] of [
      [beta, 'L1'],
      [beta, 'Beta'],
      [gamma, 'Gamma'],
    ] as const) {
      organization.addLabel({ name });
    }
    await Promise.all(desk.others.map(({ labels }) => labels.refresh()));
    const rows = [desk.session, ...desk.others].flatMap((session) =>
      session.labels.labels.map((label) => ({ kind: 'label' as const, label, session })),
    );
    await desk.runOn(copyToOrganization, ...rows);
    const [{ question, detail } = expect.unreachable()] = desk.asked;
    expect(question).toBe('Copy 4 labels from 2 organizations to Gamma?');
    expect(detail).toMatch(/^Acme:\n“L1”\n“L2”\n“L3”\n\nBeta:\n“Beta”\n\n/);
    expect(detail).toContain('A team can have each name once, so another label “L1” is left out.');
    expect(namesOf(gamma).sort()).toEqual(['Beta', 'Gamma', 'L1', 'L2', 'L3']);
  });

  it('asks for nothing where there is nothing to create, and says what is there', async () => {
    const beta = desk.signInBeside({ name: 'Beta' });
    beta.addLabel({ name: 'L1' });
    await desk.run(copyToOrganization, 'L1');
    expect([desk.asked, told]).toEqual([
      [],
      ['There is a label “L1” in Beta already, so it is left out. Nothing was created.'],
    ]);
  });

  it('asks which organization, where there are several others, and for a team of it, where that has several', async () => {
    desk.signInBeside({ name: 'Beta' });
    const gamma = desk.signInBeside({ name: 'Gamma', teams: 2 });
    const [north = '', south = ''] = [...gamma.team_ids].sort();
    gamma.addLabel({ name: 'L1', team_id: north });
    gamma.addLabel({ name: 'Else', team_id: south });
    const copied = desk.run(copyToOrganization, 'L1');
    await vi.waitFor(() => {
      expect(pickers).toHaveLength(1);
    });
    const [teams = expect.unreachable()] = pickers;
    teams.activeItems = teams.items.slice(1);
    teams.pressEnter();
    await copied;
    expect(asked).toEqual([['Beta', 'Gamma']]);
    expect(desk.asked[0]?.detail).toContain(`Team: ${south}`);
    expect(gamma.labels().map(({ name, team_id }) => [name, team_id])).toContainEqual(['L1', south]);
  });

  it('sends no more once KirimChat wants to know the team, and asks for it when that is tried again', async () => {
    const beta = desk.signInBeside({ name: 'Beta', teams: 2 });
    const [, south = ''] = beta.team_ids;
    const names = Array.from({ length: 30 }, (_, index) => `Many ${index}`);
    names.forEach((name) => desk.organization.addLabel({ name }));
    await desk.session.labels.refresh();
    await desk.run(copyToOrganization, ...names);
    expect(desk.kirim.requests.count({ method: 'POST' })).toBeLessThan(10);
    expect(told.at(-1)).toMatch(/^Beta: Created 0 of 30 labels\./);
    vi.spyOn(window, 'showInputBox').mockResolvedValueOnce(south);
    await desk.press('Retry Failed');
    expect(beta.labels().map(({ team_id }) => team_id)).toEqual(names.map(() => south));
  });

  it('creates what was refused once more when that is asked for, and says how many there are', async () => {
    const beta = desk.signInBeside({ name: 'Beta' });
    desk.kirim.faults.add({
      match: { method: 'POST' },
      fault: { kind: 'status', status: 400, code: 'invalid_request' },
    });
    await desk.run(copyToOrganization, 'L1', 'L2', 'L3');
    expect(told.at(-1)).toMatch(/^Beta: Created 2 of 3 labels\./);
    await desk.press('Retry Failed');
    expect(told.at(-1)).toMatch(/^Beta: Created “L\d”\./);
    expect(namesOf(beta).sort()).toEqual(['L1', 'L2', 'L3']);
  });
});
