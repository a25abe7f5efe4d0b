import { describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import { deleteLabel } from '../../../src/commands/delete/deleteLabel';
import { OperationError } from '../../../src/ui/errors';
import { settings } from '../fakeVscode';
import { nodeOf } from '../views/labels/markedView';
import { Desk } from './desk';

const DELETE = { method: 'DELETE' };
const FORBIDDEN = { kind: 'status', status: 403 } as const;

const buttons = (desk: Desk) => desk.actions.map(({ title }) => title);

describe('Delete Label', () => {
  it.each([
    [0, ['L1']],
    [1, ['L1', 'L2']],
  ])('asks for the limit %d times before %j are deleted: a run of several may take its time', async (times, names) => {
    const desk = await Desk.open(3);
    await desk.run(deleteLabel, ...names);
    expect(desk.kirim.requests.count({ path: '/me' })).toBe(times);
    expect(desk.rows).toHaveLength(3 - names.length);
  });

  it('offers to create again what is gone, and only that', async () => {
    const desk = await Desk.open(3);
    await desk.run(deleteLabel, 'L1');
    expect(buttons(desk)).toEqual(['Create Again']);
    await desk.press('Create Again');
    expect(desk.rows).toEqual(['L1', 'L2', 'L3']);

    // It ends the run.
    desk.kirim.faults.add({ match: DELETE, times: 3, fault: FORBIDDEN });
    await desk.run(deleteLabel, 'L1', 'L2', 'L3');
    expect(buttons(desk)).toEqual(['Retry Failed', 'Show Details']);

    desk.kirim.faults.clear();
    desk.kirim.faults.add({ match: DELETE, fault: { kind: 'status', status: 500 } });
    await desk.run(deleteLabel, 'L1', 'L2', 'L3');
    expect(desk.rows).toHaveLength(1);
    expect(buttons(desk)).toEqual(['Retry Failed', 'Create Again', 'Show Details']);
  });

  it('offers it as well where the label was gone when the request came', async () => {
    const desk = await Desk.open(1);
    desk.kirim.faults.add({ match: DELETE, fault: { kind: 'status', status: 500, applied: true } });
    await desk.run(deleteLabel, 'L1');
    expect([desk.rows, buttons(desk)]).toEqual([[], ['Create Again']]);
  });

  it('asks nothing about a label that was deleted from here already', async () => {
    const desk = await Desk.open(2);
    const rows = [nodeOf(desk.label('L1'), desk.session), nodeOf(desk.label('L2'), desk.session)] as const;
    await desk.runOn(deleteLabel, rows[0]);
    await desk.runOn(deleteLabel, rows[0]);
    expect(desk.said.at(-1)).toBe('Label “L1” was already deleted.');
    expect(desk.asked).toHaveLength(1);
    await desk.runOn(deleteLabel, ...rows);
    expect(desk.asked.at(-1)?.question).toBe('Delete label “L2” from Acme?');
    expect(desk.kirim.requests.count(DELETE)).toBe(2);
  });

  it('asks once about labels of two organizations, and each says how it ended', async () => {
    const desk = await Desk.open(1);
    const globex = desk.signInBeside({ name: 'Globex' });
    globex.addLabel({ name: 'Gold' });
    const [other = expect.unreachable()] = desk.others;
    await other.labels.refresh();
    const [gold = expect.unreachable()] = other.labels.labels;
    await desk.runOn(deleteLabel, nodeOf(desk.label('L1'), desk.session), nodeOf(gold, other));
    expect(desk.asked.map(({ question }) => question)).toEqual(['Delete 2 labels from 2 organizations?']);
    expect([...desk.said].sort()).toEqual(['Acme: Deleted label “L1”.', 'Globex: Deleted label “Gold”.']);
    expect([desk.rows, other.labels.labels]).toEqual([[], []]);
  });
});

describe('the time to undo', () => {
  it('keeps the label, also where Undo is pressed once more', async () => {
    settings['undoSeconds'] = 60;
    const desk = await Desk.open(1);
    const deleted = desk.run(deleteLabel, 'L1');
    await vi.waitFor(() => {
      expect(buttons(desk)).toEqual(['Undo']);
    });
    const { actions } = desk;
    await actions[0]?.run();
    await deleted;
    await actions[0]?.run();
    expect(desk.said).toEqual([
      'Deleting label “L1” in 60 seconds.',
      'Undone: nothing was deleted.',
      'Undone: nothing was deleted.',
    ]);
    expect([desk.rows, desk.kirim.requests.count(DELETE)]).toEqual([['L1'], 0]);
  });
});

describe('the focus', () => {
  /** What it leaves once the question is answered, and what it comes back to. */
  async function moved(desk: Desk, ...names: readonly string[]): Promise<readonly (readonly string[])[]> {
    const namesOf = (labels: readonly Label[]) => labels.map(({ name }) => name);
    const seen: (readonly string[])[] = [];
    const leave = (going: readonly Label[]) => {
      seen.push(namesOf(going));
      return (stayed: readonly Label[]) => seen.push(namesOf(stayed));
    };
    Object.assign(desk.context.view, { leave: (_origin: unknown, going: readonly Label[]) => leave(going) });
    await desk.run(deleteLabel, ...names).catch((error: unknown) => {
      expect(error).toBeInstanceOf(OperationError);
    });
    return seen;
  }

  it('leaves the rows that go, and comes back to none of them', async () => {
    expect(await moved(await Desk.open(3), 'L1', 'L2')).toEqual([['L1', 'L2'], []]);
  });

  it('comes back where a label is still there after all', async () => {
    const desk = await Desk.open(3);
    desk.kirim.faults.add({ match: DELETE, fault: FORBIDDEN });
    expect(await moved(desk, 'L1')).toEqual([['L1'], ['L1']]);
  });

  it('comes back where nothing could be sent', async () => {
    const desk = await Desk.open(2);
    desk.kirim.faults.add({ match: { method: 'GET' }, times: Infinity, fault: { kind: 'status', status: 500 } });
    expect(await moved(desk, 'L1')).toEqual([['L1'], ['L1']]);
  });
});
