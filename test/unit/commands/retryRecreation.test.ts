import { describe, expect, it } from 'vitest';
import { deleteLabel } from '../../../src/commands/delete/deleteLabel';
import { OperationError } from '../../../src/ui/errors';
import { Desk } from './desk';

type Fault = Parameters<Desk['kirim']['faults']['add']>[0]['fault'];

const POST = { method: 'POST' };
const FORBIDDEN = { kind: 'status', status: 403 } as const;

/** L1, L2 and L3 were deleted, and creating some of them again has failed. @returns what tries it again. */
async function failed(fault: Fault, ...names: readonly string[]) {
  const desk = await Desk.open(3);
  await desk.run(deleteLabel, 'L1', 'L2', 'L3');
  desk.kirim.faults.add({ match: POST, times: names.length, fault });
  const error: unknown = await desk.recreate(...names).catch((reason: unknown) => reason);
  const retry = () => (error instanceof OperationError ? error.retry?.() : desk.press('Retry Failed'));
  const saidBefore = desk.said.length;
  const said = () => desk.said.slice(saidBefore);
  return { desk, retry, said, sent: () => desk.kirim.requests.count(POST) - names.length };
}

describe('Retry after creating labels again', () => {
  it('sends what is neither there nor created again meanwhile', async () => {
    const { retry, sent, said } = await failed(FORBIDDEN, 'L1');
    await retry();
    expect(sent()).toBe(1);
    expect(said()).toEqual(['Created “L1” again. It has a new ID and is attached to nothing yet.']);
  });

  it('sends nothing, and says so, when it was created again in another way', async () => {
    const { desk, retry, sent, said } = await failed(FORBIDDEN, 'L1');
    await desk.recreate('L1');
    await retry();
    expect(sent()).toBe(1);
    expect(said().at(-1)).toBe('Label “L1” was created again meanwhile.');
  });

  it('sends nothing, and says so, when the team has a label of that name meanwhile', async () => {
    const { desk, retry, sent, said } = await failed(FORBIDDEN, 'L1');
    desk.organization.addLabel({ name: 'L1' });
    await retry();
    expect(sent()).toBe(0);
    expect(said()).toEqual(['There is a label “L1” already.']);
  });

  it('makes no second label of what may have taken effect', async () => {
    const desk = await Desk.open(1);
    await desk.run(deleteLabel, 'L1');
    desk.kirim.faults.add({ match: POST, fault: { kind: 'status', status: 500, applied: true } });
    const list = { match: { method: 'GET' }, skip: 1, fault: { kind: 'status', status: 500 } } as const;
    desk.kirim.faults.add(list);
    const error: unknown = await desk.recreate('L1').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: 'It is not certain that label “L1” was created again.' });
    await (error instanceof OperationError && error.retry?.());
    expect(desk.organization.labels().map(({ name }) => name)).toEqual(['L1']);
    expect(desk.said.at(-1)).toBe('Created “L1” again. It has a new ID and is attached to nothing yet.');
  });

  it('leaves out of several those that are settled, says which, and sends the rest', async () => {
    const { desk, retry, sent, said } = await failed({ kind: 'status', status: 400 }, 'L1', 'L2', 'L3');
    const buttons = desk.actions;
    await desk.recreate('L1');
    desk.organization.addLabel({ name: 'L2' });
    desk.actions = buttons;
    await retry();
    expect(sent()).toBe(2);
    expect(said().slice(1)).toEqual([
      'Label “L1” was created again meanwhile. There is a label “L2” already.',
      'Created “L3” again. It has a new ID and is attached to nothing yet.',
    ]);
  });
});
