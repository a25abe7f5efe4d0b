import { describe, expect, it, vi } from 'vitest';
import { createLabel } from '../../../src/commands/create/createLabel';
import { changeLabelColor } from '../../../src/commands/update/changeLabelColor';
import { renameLabel } from '../../../src/commands/update/renameLabel';
import { OperationError } from '../../../src/ui/errors';
import { NO_FILTER } from '../../../src/labels/query/labelFilter';
import { inputBoxes, pickers, window } from '../fakeVscode';
import { nodeOf, teamOf } from '../views/labels/markedView';
import { Desk } from './desk';

const FORBIDDEN = { kind: 'status', status: 403 } as const;
const [POST, PATCH] = [{ method: 'POST' }, { method: 'PATCH' }];

/** The box that is open. */
const box = () => vi.waitFor(() => inputBoxes.at(-1) ?? expect.unreachable());

/** What is said below the field once a name was typed and sent. */
async function refused(name: string): Promise<string> {
  const input = await box();
  input.type(name);
  input.pressEnter();
  await vi.waitFor(() => {
    expect(input.busy).toBe(false);
  });
  return input.said;
}

/** Takes this row of the list that is open. */
async function pick(label: string): Promise<readonly unknown[]> {
  const list = await vi.waitFor(() => pickers.shift() ?? expect.unreachable());
  list.selectedItems = list.items.filter((row) => (row as { label: string }).label === label);
  list.pressEnter();
  return list.items;
}

async function entriesOf(desk: Desk) {
  const journal = await desk.session.journal();
  return journal.entries.map(({ act, outcome, label }) => [act, outcome, label.name, label.color]);
}

/** Types a name for L1 and presses Enter. @returns what is said when that is over; what it throws is said by others. */
async function rename(desk: Desk, name: string): Promise<unknown> {
  const renamed = desk.run(renameLabel, 'L1').catch((error: unknown) => error);
  const input = await box();
  input.type(name);
  input.pressEnter();
  return renamed;
}

describe('Rename Label', () => {
  it('begins with the name that there is, writes it down first, and says what stays', async () => {
    const desk = await Desk.open(2);
    const renamed = desk.run(renameLabel, 'L1');
    const input = await box();
    expect([input.title, input.value]).toEqual(['Rename Label “L1” in Acme', 'L1']);
    expect(input.said).toContain('Contacts and conversations keep the label');
    input.type('VIP');
    input.pressEnter();
    await renamed;
    expect(desk.rows).toEqual(['L2', 'VIP']);
    expect(desk.said).toEqual(['Renamed “L1” to “VIP”. Contacts and conversations keep the label.']);
    expect(await entriesOf(desk)).toEqual([['rename', 'done', 'L1', 'gray']]);
    expect(inputBoxes).toEqual([]);
  });

  it('names the team where its key is pressed on the row of one', async () => {
    const desk = await Desk.open(2);
    const labels = ['L1', 'L2'].map((name) => nodeOf(desk.label(name), desk.session));
    const rows = [teamOf(desk.label('L1').team_id, labels)];
    const shown = vi.spyOn(window, 'showInputBox').mockResolvedValue('Sales');
    Object.assign(desk.context.view, { calledOn: () => Promise.resolve({ rows, origin: rows[0], isKeyPress: true }) });
    await desk.runOn(renameLabel);
    expect([shown.mock.calls[0]?.[0]?.title, pickers.length, inputBoxes.length]).toEqual([
      `Name Team ${desk.label('L1').team_id}`,
      0,
      0,
    ]);
    expect(desk.said).toEqual(['The team is called “Sales” now.']);
  });

  it('sends nothing while something is wrong with the name, and nothing for the same name', async () => {
    const desk = await Desk.open(2);
    const renamed = desk.run(renameLabel, 'L1');
    expect(await refused('L2')).toBe('There is a label “L2” already.');
    expect(await refused(' ')).toBe('Type a name with something in it that can be seen.');
    await refused(' L1 ');
    await renamed;
    expect(desk.kirim.requests.count()).toBe(0);
  });

  it('leaves the box open for what KirimChat refuses, and takes the next name', async () => {
    const desk = await Desk.open(2);
    const renamed = desk.run(renameLabel, 'L1');
    const input = await box();
    desk.organization.addLabel({ name: 'VIP' });
    expect(await refused('VIP')).toBe('There is a label “VIP” already.');
    desk.kirim.faults.add({ match: PATCH, fault: { kind: 'status', status: 422 } });
    expect(await refused('Bad')).toBe('KirimChat refused the request. Scripted 422.');
    expect(desk.said).toEqual([]);
    input.type('Gold');
    expect(input.said).toContain('Contacts and conversations');
    input.pressEnter();
    await renamed;
    expect(desk.rows).toEqual(['Gold', 'L2', 'VIP']);
  });

  it('says of anything else that fails in a notification, and tries it again from there', async () => {
    const desk = await Desk.open(1);
    desk.kirim.faults.add({ match: PATCH, fault: FORBIDDEN });
    const error = await rename(desk, 'VIP');
    expect(error).toMatchObject({ message: 'Label “L1” was not renamed.' });
    expect(inputBoxes).toEqual([]);
    desk.organization.addLabel({ name: 'VIP' });
    // There is no box any more to say it in.
    await expect(error instanceof OperationError && error.retry?.()).rejects.toThrow('Label “L1” was not renamed.');
  });

  it('says in a notification what KirimChat refuses where the box was closed meanwhile', async () => {
    const desk = await Desk.open(1);
    const gate = desk.kirim.faults.hold(PATCH);
    const renamed = desk.run(renameLabel, 'L1');
    const input = await box();
    input.type('VIP');
    input.pressEnter();
    await gate.reached(1);
    input.pressEscape();
    desk.organization.addLabel({ name: 'VIP' });
    gate.open();
    await expect(renamed).rejects.toThrow('Label “L1” was not renamed.');
  });

  it('says how it ended where the box was closed in the middle of it', async () => {
    const desk = await Desk.open(1);
    const gate = desk.kirim.faults.hold(PATCH);
    const renamed = desk.run(renameLabel, 'L1');
    const input = await box();
    input.type('VIP');
    input.pressEnter();
    await gate.reached(1);
    expect(desk.session.labels.activities.of(desk.label('L1').id)).toEqual({ kind: 'renaming' });
    input.pressEscape();
    gate.open();
    await renamed;
    expect(desk.said).toEqual(['Renamed “L1” to “VIP”. Contacts and conversations keep the label.']);
  });

  it('asks again where the label is called something else meanwhile', async () => {
    const desk = await Desk.open(1);
    desk.organization.renameLabel(desk.label('L1').id, 'Gold');
    await rename(desk, 'VIP');
    expect(desk.asked).toEqual([
      {
        question: 'Rename label “Gold” to “VIP” in Acme?',
        detail: 'Something has changed since you were asked. “L1” is now called “Gold”.\n\nAPI: api.test',
      },
    ]);
    expect(desk.rows).toEqual(['VIP']);
  });

  it('does not mind another color, and leaves it', async () => {
    const desk = await Desk.open(1);
    desk.organization.changeLabel(desk.label('L1').id, { color: 'teal' });
    await rename(desk, 'VIP');
    expect(desk.asked).toEqual([]);
    expect(desk.label('VIP').color).toBe('teal');
    expect(await entriesOf(desk)).toEqual([['rename', 'done', 'L1', 'teal']]);
  });

  it('is for one label at a time', async () => {
    const desk = await Desk.open(2);
    await desk.run(renameLabel, 'L1', 'L2');
    expect(desk.said).toEqual(['Only one label can be renamed at a time.']);
  });
});

describe('Undo Rename', () => {
  it('gives the name back, and that can be undone as well', async () => {
    const desk = await Desk.open(1);
    await rename(desk, 'VIP');
    await desk.press('Undo Rename');
    expect(desk.rows).toEqual(['L1']);
    expect(desk.said.at(-1)).toBe('Renamed “VIP” to “L1”. Contacts and conversations keep the label.');
    await desk.press('Undo Rename');
    expect(desk.rows).toEqual(['VIP']);
  });

  it.each([
    ['as the list has it', true],
    ['as KirimChat has it', false],
  ])('leaves a name that was given since then, %s, and says so', async (_, isListed) => {
    const desk = await Desk.open(1);
    await rename(desk, 'VIP');
    desk.organization.renameLabel(desk.label('VIP').id, 'Gold');
    if (isListed) {
      await desk.session.labels.refresh();
    }
    await desk.press('Undo Rename').catch(() => undefined);
    expect(desk.organization.labels().map(({ name }) => name)).toEqual(['Gold']);
    expect(desk.said.at(-1)).toBe('Label “VIP” was not renamed: it is called “Gold” now.');
    expect(desk.asked).toEqual([]);
  });

  it('goes on with the session in whose place the key was renewed, and waits for its list', async () => {
    const desk = await Desk.open(1);
    await rename(desk, 'VIP');
    desk.renewKey();
    await desk.press('Undo Rename');
    expect(desk.rows).toEqual(['L1']);
  });

  it('says so where the label is gone', async () => {
    const desk = await Desk.open(2);
    await rename(desk, 'VIP');
    desk.removeElsewhere('VIP');
    await desk.session.labels.refresh();
    await desk.press('Undo Rename');
    expect(desk.said.at(-1)).toBe('Label “VIP” was already deleted.');
  });
});

describe('Change Label Color', () => {
  it('marks the color that there is, and changes several at once', async () => {
    const desk = await Desk.open(3);
    const changed = desk.run(changeLabelColor, 'L1', 'L2');
    const rows = await pick('teal');
    expect(rows).toHaveLength(13);
    expect(rows.filter((row) => (row as { description?: string }).description)).toMatchObject([{ label: 'gray' }]);
    await changed;
    expect(desk.said).toEqual(['Changed the color of 2 labels to teal.']);
    expect(['L1', 'L2', 'L3'].map((name) => desk.label(name).color)).toEqual(['teal', 'teal', 'gray']);
    expect((await entriesOf(desk)).sort()).toEqual([
      ['recolor', 'done', 'L1', 'gray'],
      ['recolor', 'done', 'L2', 'gray'],
    ]);
  });

  it('asks no question about one label: the list names it', async () => {
    const desk = await Desk.open(1);
    const changed = desk.run(changeLabelColor, 'L1');
    const list = await vi.waitFor(() => pickers[0] ?? expect.unreachable());
    expect(list.title).toBe('Change the color of label “L1” in Acme');
    await pick('teal');
    await changed;
    expect([desk.asked, desk.label('L1').color]).toEqual([[], 'teal']);
  });

  it('names those of several organizations apart once the color is chosen, and sends nothing unless that is agreed to', async () => {
    const desk = await Desk.open(1);
    const beta = desk.signInBeside({ name: 'Beta' });
    beta.addLabel({ name: 'B1' });
    beta.addLabel({ name: 'B2', color: 'teal' });
    const [session = expect.unreachable()] = desk.others;
    await session.labels.refresh();
    desk.context.query.filter = { ...NO_FILTER, colors: ['gray'] };
    desk.kirim.requests.clear();
    const questions = vi.spyOn(window, 'showInformationMessage').mockResolvedValue(undefined);
    const rows = [desk.session, session].flatMap((one) =>
      one.labels.labels.map((label) => ({ kind: 'label' as const, label, session: one })),
    );
    const changed = desk.runOn(changeLabelColor, ...rows);
    await pick('teal');
    await changed;
    const detail = expect.stringMatching(
      /^Acme, label “L1”:\nAPI: api.test\n\nBeta, label “B1”:\nAPI: api.test\n\nA filter is on: /,
    ) as string;
    expect(questions.mock.calls).toEqual([
      ['Change the color of 2 labels in 2 organizations to teal?', { modal: true, detail }, { title: 'Change Color' }],
    ]);
    expect(desk.kirim.requests.count(PATCH)).toBe(0);
  });

  it('does not say that nothing has happened where an earlier request may have taken effect', async () => {
    const desk = await Desk.open(1);
    const lost = { kind: 'status', status: 500 } as const;
    desk.kirim.faults.add({ match: PATCH, times: Infinity, fault: { ...lost, applied: true } });
    // All but the list that is asked for right before it.
    desk.kirim.faults.add({ match: { method: 'GET' }, skip: 1, times: Infinity, fault: lost });
    const recolored = desk.run(changeLabelColor, 'L1').catch((error: unknown) => error);
    await pick('red');
    let error = await recolored;
    for (let press = 0; press < 2; press += 1) {
      expect(error).toMatchObject({ message: 'It is not certain that label “L1” was recolored.' });
      const { retry } = error instanceof OperationError ? error : expect.unreachable();
      error = await Promise.resolve(retry?.()).catch((again: unknown) => again);
    }
  });

  it('sends nothing to labels that have the color', async () => {
    const desk = await Desk.open(2);
    desk.organization.changeLabel(desk.label('L1').id, { color: 'teal' });
    await desk.session.labels.refresh();
    const changed = desk.run(changeLabelColor, 'L1', 'L2');
    await pick('teal');
    await changed;
    expect(desk.kirim.requests.count(PATCH)).toBe(1);
    expect(desk.said).toEqual(['Changed the color of “L2” to teal.']);
    await desk.session.labels.settled();
    desk.kirim.requests.clear();
    const nothing = desk.run(changeLabelColor, 'L1', 'L2');
    await pick('teal');
    await nothing;
    expect(desk.kirim.requests.count()).toBe(0);
    expect(desk.said.at(-1)).toBe('Nothing is left to recolor: there is no other color than that.');
  });

  it('asks again where one has another name or color meanwhile', async () => {
    const desk = await Desk.open(2);
    desk.organization.changeLabel(desk.label('L1').id, { color: 'red' });
    const changed = desk.run(changeLabelColor, 'L1', 'L2');
    await pick('teal');
    await changed;
    expect(desk.asked).toEqual([
      {
        question: 'Change the color of 2 labels in Acme to teal?',
        detail: '“L1”\n“L2”\n\nAPI: api.test',
      },
      {
        question: 'Change the color of 2 labels in Acme to teal?',
        detail: 'Something has changed since you were asked. “L1” is now red.\n\n“L1”\n“L2”\n\nAPI: api.test',
      },
    ]);
    expect(desk.label('L1').color).toBe('teal');
  });
});

describe('Create Label', () => {
  it('asks for color and name, and the row is there', async () => {
    const desk = await Desk.open(1);
    const created = desk.run(createLabel);
    await pick('teal');
    const input = await box();
    expect(input.title).toBe('Create Label in Acme');
    input.type(' VIP ');
    input.pressEnter();
    await created;
    expect(desk.rows).toEqual(['L1', 'VIP']);
    expect(desk.label('VIP').color).toBe('teal');
    expect(desk.said).toEqual(['Created “VIP”. It is attached to nothing yet.']);
  });

  it('asks for the team where there are several, in which the name has to be free', async () => {
    const desk = await Desk.open(1, { teams: 2 });
    const [first = '', second = ''] = desk.organization.team_ids;
    desk.organization.addLabel({ name: 'Other', team_id: second });
    await desk.session.labels.refresh();
    const created = desk.run(createLabel);
    await pick(`Team …${second.slice(-6)}`);
    await pick('gray');
    expect(await refused('Other')).toBe('There is a label “Other” already.');
    const input = await box();
    input.type('L1');
    input.pressEnter();
    await created;
    expect(desk.organization.labels().map(({ name, team_id }) => [name, team_id])).toEqual([
      ['L1', first],
      ['Other', second],
      ['L1', second],
    ]);
  });

  it('names the only team that has labels, and takes another one by its ID', async () => {
    const desk = await Desk.open(1, { teams: 2 });
    const [first = '', second = ''] = desk.organization.team_ids;
    const typed = vi.spyOn(window, 'showInputBox').mockResolvedValue(` ${second} `);
    const created = desk.run(createLabel);
    await pick('gray');
    const input = await box();
    expect(input.prompt).toMatch(new RegExp(`Your colleagues see it as well\\. Team: ${first}$`));
    input.pressButton();
    await vi.waitFor(() => {
      expect(inputBoxes.at(-1)?.prompt).toMatch(new RegExp(`Team: ${second}$`));
    });
    expect(await refused('L1').catch(() => '')).not.toMatch(/already/);
    await created;
    expect(typed).toHaveBeenCalledOnce();
    expect(desk.organization.labels().map(({ name, team_id }) => [name, team_id])).toContainEqual(['L1', second]);
  });

  it('asks for a team where KirimChat wants one and none is known, and creates what was typed in it', async () => {
    const desk = await Desk.open(0, { teams: 2 });
    const [, second = ''] = desk.organization.team_ids;
    vi.spyOn(window, 'showInputBox').mockResolvedValueOnce(second);
    const created = desk.run(createLabel);
    await pick('teal');
    const input = await box();
    input.type('VIP');
    input.pressEnter();
    await created;
    expect(desk.organization.labels()).toMatchObject([{ name: 'VIP', color: 'teal', team_id: second }]);
    expect(desk.said).toEqual(['Created “VIP”. It is attached to nothing yet.']);
  });

  it('offers another team among those that have labels', async () => {
    const desk = await Desk.open(1, { teams: 3 });
    const [, second = '', third = ''] = desk.organization.team_ids;
    desk.organization.addLabel({ name: 'Other', team_id: second });
    await desk.session.labels.refresh();
    vi.spyOn(window, 'showInputBox').mockResolvedValueOnce(third);
    const created = desk.run(createLabel);
    await pick('Another Team…');
    await pick('gray');
    const input = await box();
    input.type('VIP');
    input.pressEnter();
    await created;
    expect(desk.organization.labels()).toContainEqual(expect.objectContaining({ name: 'VIP', team_id: third }));
  });

  it('leaves the box open where a colleague was quicker', async () => {
    const desk = await Desk.open(0);
    void desk.run(createLabel);
    await pick('gray');
    desk.organization.addLabel({ name: 'VIP' });
    expect(await refused('VIP')).toBe('There is a label “VIP” already.');
    expect(desk.rows).toEqual(['VIP']);
    expect(desk.said).toEqual([]);
    (await box()).pressEscape();
  });

  it('creates one label, however often Retry is pressed after a lost answer', async () => {
    const desk = await Desk.open(1);
    desk.kirim.faults.add({ match: POST, fault: { kind: 'status', status: 500, applied: true } });
    desk.kirim.faults.add({ match: { method: 'GET' }, fault: { kind: 'status', status: 500 } });
    const created = desk.run(createLabel).catch((error: unknown) => error);
    await pick('gray');
    await refused('VIP').catch(() => undefined);
    const error = await created;
    expect(error).toMatchObject({ message: 'It is not certain that label “VIP” was created.' });
    await (error instanceof OperationError && error.retry?.());
    expect(desk.said.at(-1)).toBe('Created “VIP”. It is attached to nothing yet.');
    expect(desk.organization.labels().map(({ name }) => name)).toEqual(['L1', 'VIP']);
    expect(desk.kirim.requests.count(POST)).toBe(2);
  });
});
