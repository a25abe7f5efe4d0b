import { type Kirim, type Label, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { expect, test } from './fixtures';

test.describe('retiring a label', () => {
  let label: Label;

  test.beforeEach(async ({ workbench, kirim }, { title }) => {
    kirim.faults.clear();
    label = acme(kirim).addLabel({ name: `Aa ${title.slice(0, 20)}`, color: 'violet' });
    acme(kirim).attach(label.id, { contacts: acme(kirim).contacts.slice(0, 3) });
    await workbench.labels.open();
    await workbench.signIn(SAMPLE_API_KEY);
    await expect(workbench.labels.row(`${label.name}, violet`)).toBeVisible();
    kirim.requests.clear();
  });

  test.afterEach(({ kirim }) => {
    acme(kirim).removeLabel(label.id);
  });

  test('from the context menu: asks, renames, moves the row to the group, and it can be restored there', async ({
    workbench,
    kirim,
  }) => {
    const { labels, modal, toasts } = workbench;
    const contacts = acme(kirim).attachments(label.id).contacts;
    expect(contacts).toHaveLength(3);
    await labels.chooseFromContextMenu(labels.row(`${label.name}, violet`), 'Retire Label');
    await expect(modal.message).toHaveText(`Retire label “${label.name}” in Acme?`);
    await expect(modal.detail).toContainText(`It is renamed to “[retired] ${label.name}” and turns gray.`);
    await expect(modal.detail).toContainText('stays on its contacts and conversations');
    await workbench.screenshot('retire-modal');
    await modal.press('Retire Label');

    const toast = toasts.withText(`Retired “${label.name}”. Its contacts and conversations keep it.`);
    await expect(toast).toBeVisible();
    await expect(labels.row(`${label.name}, violet`)).toBeHidden();
    const group = labels.row(/^Retired/);
    await expect(group).toHaveAttribute('aria-expanded', 'false');
    await group.click();
    const retired = labels.row(new RegExp(`^\\[retired\\] ${label.name}, gray, Team `));
    await expect(retired).toBeVisible();
    await workbench.screenshot('retired');
    expect(onServer(kirim, label.id)).toMatchObject({ name: `[retired] ${label.name}`, color: 'gray' });
    expect(acme(kirim).attachments(label.id).contacts).toEqual(contacts);
    await toasts.dismiss(toast);

    await labels.chooseFromContextMenu(retired, 'Restore Label');
    await expect(labels.row(`${label.name}, violet`)).toBeVisible();
    await expect(modal.box).toBeHidden();
    await expect(group).toBeHidden();
    expect(onServer(kirim, label.id)).toMatchObject({ name: label.name, color: 'violet' });
    expect(acme(kirim).attachments(label.id).contacts).toEqual(contacts);
    expect(kirim.requests.count({ method: 'PATCH' })).toBe(2);
    await toasts.dismiss(toasts.withText(`Restored “${label.name}”.`));
  });

  test('and back again, with the button of the notification', async ({ workbench, kirim }) => {
    const { labels, modal, toasts } = workbench;
    await labels.chooseFromContextMenu(labels.row(`${label.name}, violet`), 'Retire Label');
    await modal.press('Retire Label');
    const toast = toasts.withText(`Retired “${label.name}”`);
    await toasts.button(toast, 'Restore').click();
    await expect(labels.row(`${label.name}, violet`)).toBeVisible();
    expect(onServer(kirim, label.id)).toMatchObject({ name: label.name, color: 'violet' });
    await toasts.dismiss(toasts.withText(`Restored “${label.name}”.`));
  });

  test('says which name would be too long, and Escape sends nothing', async ({ workbench, kirim }) => {
    const { labels, modal, page } = workbench;
    const long = acme(kirim).addLabel({ name: `Aa ${'panjang '.repeat(5)}sekali`, color: 'teal' });
    await labels.titleButton('Refresh Labels').click();
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
    acme(kirim).removeLabel(long.id);
  });
});

const acme = (kirim: Kirim) => kirim.organization(SAMPLE_ORGANIZATION);

const onServer = (kirim: Kirim, id: string) =>
  acme(kirim)
    .labels()
    .find((label) => label.id === id);
