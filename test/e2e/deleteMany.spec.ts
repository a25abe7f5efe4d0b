import { type Kirim, type Label, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { expect, test } from './fixtures';

test.describe('deleting many labels', () => {
  let some: Label[];

  test.beforeEach(async ({ workbench, kirim }, { title }) => {
    kirim.faults.clear();
    acme(kirim).setRateLimits({ write_per_minute: 600 });
    some = [1, 2, 3, 4].map((number) => acme(kirim).addLabel({ name: `Aa ${title.slice(0, 12)} ${number}` }));
    await workbench.labels.open();
    await workbench.signIn(SAMPLE_API_KEY);
    await expect(workbench.labels.row(rowNames(some).at(-1) ?? '')).toBeVisible();
    kirim.requests.clear();
  });

  test.afterEach(({ kirim }) => {
    for (const { id } of some.filter((label) => exists(kirim, label))) {
      acme(kirim).removeLabel(id);
    }
    acme(kirim).setRateLimits({ write_per_minute: 60 });
  });

  test('selects three and presses Delete: one question, three gone, the fourth stays', async ({ workbench, kirim }) => {
    const { labels, modal, page, toasts } = workbench;
    await labels.select(...rowNames(some.slice(0, 3)));
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete 3 labels from Acme?');
    for (const { name } of some.slice(0, 3)) {
      await expect(modal.detail).toContainText(`“${name}”`);
    }
    await workbench.screenshot('delete-many-question');
    await modal.press('Delete 3 Labels');
    const toast = toasts.withText('Deleted 3 labels.');
    await expect(toast).toBeVisible();
    // At once, and not soon: rows that move after it is said move under the pointer.
    for (const name of rowNames(some.slice(0, 3))) {
      expect(await labels.row(name).count()).toBe(0);
    }
    await expect(toasts.button(toast, 'Create Again')).toBeVisible();
    await workbench.screenshot('delete-many-done');
    await expect(labels.row(rowNames(some).at(-1) ?? '')).toBeVisible();
    expect(some.map((label) => exists(kirim, label))).toEqual([false, false, false, true]);
    await toasts.press(toast, 'Show Details');
    const report = page.locator('.part.editor .view-lines');
    await expect(report).toContainText(some[0]?.id ?? '');
    await workbench.screenshot('delete-many-report');
    await workbench.runCommand('View: Close All Editors');
    await toasts.dismiss(toasts.withText('Deleted 3 labels.'));
  });

  test('takes the whole selection from the context menu of one of its rows', async ({ workbench }) => {
    const { labels, modal } = workbench;
    await labels.select(...rowNames(some.slice(0, 2)));
    await labels.chooseFromContextMenu(labels.row(rowNames(some)[1] ?? ''), 'Delete Label');
    await expect(modal.message).toHaveText('Delete 2 labels from Acme?');
    await modal.press('Cancel');
  });

  test('can be cancelled in the middle: the rest stays', async ({ workbench, kirim }) => {
    const { labels, modal, page, toasts } = workbench;
    const gate = kirim.faults.hold({ method: 'DELETE' });
    await labels.select(...rowNames(some));
    await page.keyboard.press('Delete');
    await modal.press('Delete 4 Labels');
    const progress = toasts.withText('Deleting 4 labels');
    await expect(progress).toContainText('4 left');
    await expect(labels.row(/Waiting…$/)).toHaveCount(3);
    await workbench.screenshot('delete-many-progress');
    await toasts.press(progress, 'Cancel');
    // What was not sent yet is free at once.
    await expect(labels.row(/Waiting…$/)).toHaveCount(0);
    gate.open();
    const toast = toasts.withText('Cancelled. Deleted 1 of 4 labels. Not started, so still there: 3.');
    await expect(toast).toBeVisible();
    expect(some.filter((label) => exists(kirim, label))).toHaveLength(3);
    await toasts.dismiss(toast);
  });

  test('asks again when one was renamed meanwhile', async ({ workbench, kirim }) => {
    const { labels, modal, page } = workbench;
    const [first] = some;
    await labels.select(...rowNames(some.slice(0, 2)));
    await page.keyboard.press('Delete');
    acme(kirim).renameLabel(first?.id ?? '', 'Aa penting sekali');
    await modal.pressAndGoOn('Delete 2 Labels');
    await expect(modal.detail).toContainText(`“${first?.name ?? ''}” is now called “Aa penting sekali”.`);
    await workbench.screenshot('delete-many-changed');
    await modal.press('Cancel');
    expect(kirim.requests.count({ method: 'DELETE' })).toBe(0);
  });

  test('can be undone while it counts down', async ({ workbench, kirim }) => {
    const { labels, modal, page, toasts } = workbench;
    await workbench.changeSetting('kirimLabels.undoSeconds', 60);
    await labels.open();
    await labels.select(...rowNames(some.slice(0, 3)));
    await page.keyboard.press('Delete');
    await modal.press('Delete 3 Labels');
    await expect(labels.row(/about to be deleted$/)).toHaveCount(3);
    await expect(labels.row(/about to be deleted$/).first()).toContainText(/\d+ s left/);
    await workbench.screenshot('undo');
    const row = labels.row(new RegExp(`^${some[0]?.name ?? ''}, gray, about to be deleted`));
    // Else it would be about all that are selected.
    await row.click();
    await row.getByRole('button', { name: 'Undo Delete' }).click();
    await expect(labels.row(/about to be deleted$/)).toHaveCount(2);
    await toasts.press(toasts.withText('Deleting 3 labels in 60 seconds.'), 'Undo');
    await expect(labels.row(/about to be deleted$/)).toHaveCount(0);
    expect(kirim.requests.count({ method: 'DELETE' })).toBe(0);
    await workbench.changeSetting('kirimLabels.undoSeconds', 0);
  });
});

const acme = (kirim: Kirim) => kirim.organization(SAMPLE_ORGANIZATION);

const exists = (kirim: Kirim, { id }: Label) =>
  acme(kirim)
    .labels()
    .some((label) => label.id === id);

const rowNames = (labels: readonly Label[]) => labels.map(({ name, color }) => `${name}, ${color}`);
