import { describe, expect, it } from 'vitest';
import { retireLabel } from '../../../src/commands/update/retireLabel';
import { settings } from '../fakeVscode';
import { Desk } from './desk';

/** L1 was just retired, and the notification says so. */
async function retired() {
  settings['retiredPrefix'] = '[retired] ';
  const desk = await Desk.open(2);
  await desk.run(retireLabel, 'L1');
  return desk;
}

describe('Restore in the notification about retired labels', () => {
  it('gives the name back', async () => {
    const desk = await retired();
    await desk.press('Restore');
    expect(desk.rows).toEqual(['L1', 'L2']);
  });

  it.each([
    ['was restored already', (desk: Desk) => desk.organization.renameLabel(desk.label('[retired] L1').id, 'L1')],
    [
      'is gone',
      (desk: Desk) => {
        desk.removeElsewhere('[retired] L1');
      },
    ],
  ])('says so where the label %s', async (_, act) => {
    const desk = await retired();
    act(desk);
    await desk.session.labels.refresh();
    await desk.press('Restore');
    expect(desk.said.at(-1)).toBe('Nothing is left to restore: it was done elsewhere meanwhile.');
  });

  it('goes on with the labels of the session in whose place the key was renewed, and waits for its list', async () => {
    const desk = await retired();
    desk.renewKey();
    await desk.press('Restore');
    expect(desk.rows).toEqual(['L1', 'L2']);
  });

  it('does not claim that nothing is left where the list cannot be had', async () => {
    const desk = await retired();
    desk.renewKey();
    desk.kirim.faults.add({ match: { method: 'GET' }, times: Infinity, fault: { kind: 'status', status: 403 } });
    await expect(desk.press('Restore')).rejects.toThrow('The labels could not be loaded.');
  });
});
