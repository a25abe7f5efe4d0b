import { type Kirim, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { expect, test } from './fixtures';
import { RecentlyDeletedView } from './workbench/recentlyDeletedView';

test.describe('the way back after a deletion', () => {
  test.beforeEach(async ({ workbench, kirim }) => {
    kirim.faults.clear();
    await workbench.labels.open();
  });

  test('a deleted label is shown below the labels, and can be created again', async ({ workbench, kirim }) => {
    const { labels, modal, toasts } = workbench;
    const recentlyDeleted = new RecentlyDeletedView(workbench);
    const other = acme(kirim).addLabel({ name: 'Uji lain', color: 'lime' });
    const before = acme(kirim).addLabel({ name: 'Uji kembali', color: 'violet' });
    const [contact] = acme(kirim).contacts;
    acme(kirim).attach(before.id, { contacts: contact ? [contact] : [] });
    await workbench.signIn(SAMPLE_API_KEY);
    for (const { name, color } of [other, before]) {
      await labels.chooseFromContextMenu(labels.row(`${name}, ${color}`), 'Delete Label');
      await modal.press('Delete Label');
      await expect(labels.row(`${name}, ${color}`)).toBeHidden();
    }

    await recentlyDeleted.expand();
    const deleted = recentlyDeleted.row(new RegExp(`^${before.name}, violet, deleted `));
    await expect(deleted).toBeVisible();
    await workbench.screenshot('recently-deleted');

    await labels.chooseFromContextMenu(deleted, 'Create Again');
    await expect(modal.message).toHaveText(`Create label “${before.name}” again in Acme?`);
    await expect(modal.detail).toContainText('attached to no contact and no conversation');
    await workbench.screenshot('create-again');
    await modal.press('Create Label');

    const toast = toasts.withText(`Created “${before.name}” again. It has a new ID and is attached to nothing yet.`);
    await expect(toast).toBeVisible();
    await expect(deleted).toBeHidden();
    await expect(recentlyDeleted.row(new RegExp(`^${other.name}, lime, deleted `))).toBeVisible();
    const after = acme(kirim)
      .labels()
      .find(({ name }) => name === before.name);
    expect(after).toMatchObject({ color: 'violet', team_id: before.team_id });
    expect(after?.id).not.toBe(before.id);
    expect(acme(kirim).attachments(after?.id ?? '').contacts).toEqual([]);
    await toasts.dismiss(toast);
    // The tests share the window, and look for rows by their names.
    await recentlyDeleted.collapse();
  });

  test('is there before the rows in a window that opens, so that no row moves under the pointer', async ({
    workbench,
    kirim,
  }) => {
    const { labels, modal } = workbench;
    const { name, color } = acme(kirim).addLabel({ name: 'Uji diam', color: 'violet' });
    await workbench.signIn(SAMPLE_API_KEY);
    await labels.chooseFromContextMenu(labels.row(`${name}, ${color}`), 'Delete Label');
    await modal.press('Delete Label');
    await expect(new RecentlyDeletedView(workbench).header).toBeVisible();

    const other = await workbench.openSecondWindow();
    await other.page.addInitScript(watchFirstRow);
    await other.reload();
    await other.labels.open();
    await expect(new RecentlyDeletedView(other).header).toBeVisible();
    await expect(other.labels.rows.first()).toBeVisible();
    expect(await other.page.evaluate(() => globalThis.placesOfFirstRow)).toHaveLength(1);
    await other.page.close();
  });
});

declare global {
  /** How far from the top the first row was, each place once. */
  var placesOfFirstRow: number[];
}

/** Runs in the page. */
function watchFirstRow(): void {
  globalThis.placesOfFirstRow = [];
  const look = () => {
    const top = document.querySelector('.part.sidebar [role="treeitem"]')?.getBoundingClientRect().top;
    if (top !== undefined && !globalThis.placesOfFirstRow.includes(top)) {
      globalThis.placesOfFirstRow.push(top);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const acme = (kirim: Kirim) => kirim.organization(SAMPLE_ORGANIZATION);
