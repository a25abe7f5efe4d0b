import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copyLabelName } from '../../../src/commands/copy/copyLabelName';
import { deleteLabel } from '../../../src/commands/delete/deleteLabel';
import { changeLabelColor } from '../../../src/commands/update/changeLabelColor';
import { renameLabel } from '../../../src/commands/update/renameLabel';
import { refresh } from '../../../src/commands/view/refresh';
import type { Session } from '../../../src/accounts/session';
import { OperationError } from '../../../src/ui/errors';
import { pickers, window } from '../fakeVscode';
import { Desk } from './desk';

describe('where there are several organizations, the one that is meant is named', () => {
  let desk: Desk;
  let beta: Session;

  beforeEach(async () => {
    desk = await Desk.open(2);
    desk.signInBeside({ name: 'Beta' }).addLabel({ name: 'B1' });
    [beta = expect.unreachable()] = desk.others;
    vi.spyOn(window, 'showQuickPick').mockImplementation((items) => Promise.resolve(items.at(-1)));
  });

  const rowOf = (session: Session) => {
    const [label = expect.unreachable()] = session.labels.labels;
    return { kind: 'label' as const, label, session };
  };
  const failing = () => {
    desk.kirim.faults.add({ match: { method: 'GET' }, fault: { kind: 'status', status: 403 }, times: Infinity });
  };

  it.each([
    ['Delete Label', deleteLabel],
    ['Rename Label', renameLabel],
    ['Copy Label Name', copyLabelName],
  ])('by the list of %s from the palette', async (title, command) => {
    void desk.runOn(command).catch(() => undefined);
    const list = await vi.waitFor(() => pickers.at(-1) ?? expect.unreachable());
    list.hide();
    expect(list.title).toBe(`Beta: ${title}`);
  });

  it('by what such a list says where it cannot be loaded', async () => {
    failing();
    await expect(desk.runOn(deleteLabel)).rejects.toThrow('Beta: The labels could not be loaded.');
  });

  it('by Refresh Labels behind another view, for each that failed, which is tried again by itself', async () => {
    const errors: unknown[] = [];
    const context = {
      ...desk.context,
      view: { ...desk.context.view, isVisible: false },
      run: (act: () => unknown) =>
        Promise.resolve(act()).then(
          () => undefined,
          (error: unknown) => void errors.push(error),
        ),
    };
    failing();
    await refresh(context);
    expect(errors.map(String).sort()).toEqual([
      expect.stringContaining('Acme: The labels could not be loaded.'),
      expect.stringContaining('Beta: The labels could not be loaded.'),
    ]);
    desk.kirim.faults.clear();
    const before = desk.lists;
    const [error] = errors;
    await (error instanceof OperationError && error.retry?.());
    expect(desk.lists).toBe(before + 1);
  });

  it('by what the status bar says of it, and of none where it is about several', async () => {
    await beta.labels.refresh();
    await desk.runOn(copyLabelName, rowOf(beta));
    await desk.runOn(copyLabelName, rowOf(desk.session), rowOf(beta));
    const recolored = desk.runOn(changeLabelColor, rowOf(beta));
    const list = await vi.waitFor(() => pickers.at(-1) ?? expect.unreachable());
    list.selectedItems = list.items.filter((row) => (row as { label: string }).label === 'gray');
    list.pressEnter();
    await recolored;
    expect(desk.said).toEqual([
      'Beta: Copied the name “B1”.',
      'Copied the names of 2 labels.',
      'Beta: Nothing is left to recolor: there is no other color than that.',
    ]);
  });
});
