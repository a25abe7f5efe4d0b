import { type Kirim, type Label, SECOND_API_KEY } from '../kirim';
import { expect, test } from './fixtures';

test.describe('retiring a label', () => {
  let label: Label;

  test.beforeEach(async ({ workbench, kirim }, { title }) => {
    kirim.faults.clear();
    label = toko(kirim).addLabel({ name: `Aa ${title.slice(0, 20)}`, color: 'violet' });
    const contacts = ['Siti', 'Budi', 'Dewi'].map((name) => toko(kirim).addContact({ name }));
    toko(kirim).attach(label.id, { contacts });
    await workbench.labels.open();
    await workbench.signIn(SECOND_API_KEY);
    await expect(workbench.labels.row(`${label.name}, violet`)).toBeVisible();
    kirim.requests.clear();
  });

  test.afterEach(({ kirim }) => {
    toko(kirim).removeLabel(label.id);
  });

  test('from the context menu: asks, renames, moves the row to the group, and it can be restored there', async ({
    workbench,
    kirim,
  }) => {
    const { labels, modal, toasts } = workbench;
    const contacts = toko(kirim).attachments(label.id).contacts;
    expect(contacts).toHaveLength(3);
    await labels.chooseFromContextMenu(labels.row(`${label.name}, violet`), 'Retire Label');
    await expect(modal.message).toHaveText(`Retire label “${label.name}” in Toko Sinar Jaya?`);
    await expect(modal.detail).toContainText(`It is renamed to “[retired] ${label.name}” and turns gray.`);
    await expect(modal.detail).toContainText('stays on its contacts and conversations');
    await workbench.screenshot('retire-modal');
    await modal.press('Retire Label');

    const toast = toasts.withText(`Retired “${label.name}”. Its contacts and conversations keep it.`);
    await expect(toast).toBeVisible();
    await expect(labels.row(`${label.name}, violet`)).toBeHidden();
    await expect(labels.focused).toContainText('Antar Sore');
    const group = labels.row(/^Retired/);
    await expect(group).toHaveAttribute('aria-expanded', 'false');
    await group.click();
    const retired = labels.row(new RegExp(`^\\[retired\\] ${label.name}, gray`));
    await expect(retired).toBeVisible();
    await workbench.screenshot('retired');
    expect(onServer(kirim, label.id)).toMatchObject({ name: `[retired] ${label.name}`, color: 'gray' });
    expect(toko(kirim).attachments(label.id).contacts).toEqual(contacts);
    await toasts.dismiss(toast);

    await labels.chooseFromContextMenu(retired, 'Restore Label');
    await expect(labels.row(`${label.name}, violet`)).toBeVisible();
    await expect(modal.box).toBeHidden();
    await expect(group).toBeHidden();
    expect(onServer(kirim, label.id)).toMatchObject({ name: label.name, color: 'violet' });
    expect(toko(kirim).attachments(label.id).contacts).toEqual(contacts);
    expect(kirim.requests.count({ method: 'PATCH' })).toBe(2);
    await toasts.dismiss(toasts.withText(`Restored “${label.name}”.`));
  });

  test('and back again, with the button of the notification', async ({ workbench, kirim }) => {
    const { labels, modal, toasts } = workbench;
    await labels.chooseFromContextMenu(labels.row(`${label.name}, violet`), 'Retire Label');
    await modal.press('Retire Label');
    const toast = toasts.withText(`Retired “${label.name}”`);
    await toasts.press(toast, 'Restore');
    const restored = toasts.withText(`Restored “${label.name}”.`);
    await expect(restored).toBeVisible();
    await expect(labels.row(`${label.name}, violet`)).toBeVisible();
    expect(onServer(kirim, label.id)).toMatchObject({ name: label.name, color: 'violet' });
    await toasts.dismiss(restored);
  });

  test('says which name would be too long, and Escape sends nothing', async ({ workbench, kirim }) => {
    const { labels, modal, page } = workbench;
    const long = toko(kirim).addLabel({ name: `Aa ${'panjang '.repeat(5)}sekali`, color: 'teal' });
    await labels.press('Refresh Labels');
    const row = labels.row(`${long.name}, teal`);
    await expect(row).toBeVisible();
    kirim.requests.clear();
    await labels.chooseFromContextMenu(row, 'Retire Label');
    await expect(modal.detail).toContainText('1 name would have more than 50 characters');
    await expect(modal.box.getByRole('button', { name: 'Shorten Name and Retire' })).toBeVisible();
    await workbench.screenshot('retire-too-long');
    await page.keyboard.press('Escape');
    await expect(modal.box).toBeHidden();
    expect(kirim.requests.all).toHaveLength(0);
    toko(kirim).removeLabel(long.id);
  });
});

/** It has few labels, so that all rows are on screen. */
const toko = (kirim: Kirim) => kirim.organization('Toko Sinar Jaya');

const onServer = (kirim: Kirim, id: string) =>
  toko(kirim)
    .labels()
    .find((label) => label.id === id);
