import { describe, expect, it, vi } from 'vitest';
import { deleteLabel } from '../../../src/commands/delete/deleteLabel';
import { retireLabel } from '../../../src/commands/update/retireLabel';
import { Desk } from './desk';

const PATIENCE = { timeout: 20_000 };

describe('more labels than one page of the list has', () => {
  /** Somebody else makes another one, which only a new list can tell of. */
  async function openLong(): Promise<Desk> {
    const desk = await Desk.open(150);
    desk.organization.addLabel({ name: 'From elsewhere' });
    return desk;
  }

  const hasNewList = (desk: Desk) =>
    vi.waitFor(() => {
      expect(desk.rows).toContain('From elsewhere');
    }, PATIENCE);

  it('are listed again after one was deleted', async () => {
    const desk = await openLong();
    await desk.run(deleteLabel, 'L120');
    await hasNewList(desk);
    expect(desk.rows).not.toContain('L120');
    expect(desk.said).toEqual(['Deleted label “L120”.']);
  });

  it('are listed again after one was retired', async () => {
    const desk = await openLong();
    await desk.run(retireLabel, 'L120');
    await hasNewList(desk);
    expect(desk.rows).toContain('[retired] L120');
  });

  it.each([
    ['one', ['L120']],
    ['two', ['L120', 'L121']],
  ])('are listed again where of those that were confirmed %s had gone', async (_, names) => {
    const desk = await openLong();
    for (const name of names) {
      desk.removeElsewhere(name);
    }
    await desk.run(deleteLabel, ...names);
    await hasNewList(desk);
    expect(desk.rows).not.toContain('L120');
    expect(desk.kirim.requests.count({ method: 'DELETE' })).toBe(0);
  });

  it('are listed again after many were deleted', async () => {
    const desk = await Desk.open(150);
    const { organization } = desk;
    const remove = organization.removeLabel.bind(organization);
    vi.spyOn(organization, 'removeLabel').mockImplementationOnce((id) => {
      remove(id);
      organization.addLabel({ name: 'From elsewhere' });
    });
    const names = Array.from({ length: 20 }, (_, index) => `L${index + 101}`);
    await desk.run(deleteLabel, ...names);
    await hasNewList(desk);
    expect(desk.rows.filter((name) => names.includes(name))).toEqual([]);
  });
});

describe('deleting one label', () => {
  it('takes its row away before it says so, so that no row moves under the pointer after that', async () => {
    const desk = await Desk.open(3);
    let draw: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      desk.rowsDrawn = () => {
        resolve();
        return new Promise((drawn) => (draw = drawn));
      };
    });
    const deleted = desk.run(deleteLabel, 'L2');
    await asked;
    expect(desk.rows).toEqual(['L1', 'L3']);
    expect(desk.said).toEqual([]);
    draw();
    await deleted;
    expect(desk.said).toEqual(['Deleted label “L2”.']);
  });

  it('can be cancelled while it waits to be tried again: nothing more is sent, and the label stays', async () => {
    const desk = await Desk.open(3);
    desk.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'rate_limited', retryAfter: '30' } });
    const offered = desk.cancelOffered();
    const deleted = desk.run(deleteLabel, 'L2');
    const cancel = await offered;
    cancel();
    await deleted;
    expect(desk.said).toEqual(['Cancelled. Label “L2” was not deleted.']);
    expect(desk.rows).toContain('L2');
    expect(desk.kirim.requests.count({ method: 'DELETE' })).toBe(1);
  });

  it('sends nothing where another window has signed out since, and this one was not told', async () => {
    const desk = await Desk.open(3);
    desk.isSignedOutElsewhere = true;
    await desk.run(deleteLabel, 'L2');
    await desk.run(deleteLabel, 'L1', 'L3').catch(() => undefined);
    expect(desk.kirim.requests.count({ method: 'DELETE' })).toBe(0);
    expect(desk.said).toContain('Cancelled: nothing was deleted.');
  });
});
