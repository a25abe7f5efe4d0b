import type { Page } from '@playwright/test';
import { type Kirim, type Label, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { expect, test } from './fixtures';

test.describe('deleting a label', () => {
  let label: Label;

  test.beforeEach(async ({ workbench, kirim }, { title }) => {
    kirim.faults.clear();
    label = acme(kirim).addLabel({ name: `Uji ${title.length} ${title.slice(0, 20)}`, color: 'violet' });
    const [contact] = acme(kirim).contacts;
    acme(kirim).attach(label.id, { contacts: contact ? [contact] : [] });
    await workbench.labels.open();
    await workbench.signIn(SAMPLE_API_KEY);
    await expect(workbench.labels.row(rowName(label))).toBeVisible();
    kirim.requests.clear();
  });

  test('from the context menu: asks, deletes, and the contacts stay', async ({ workbench, kirim, api }) => {
    const { labels, modal } = workbench;
    const contacts = acme(kirim).contacts.length;
    await labels.chooseFromContextMenu(labels.row(rowName(label)), 'Delete Label');
    await expect(modal.message).toHaveText(`Delete label “${label.name}” from Acme?`);
    await expect(modal.detail).toContainText('removed from every contact and conversation');
    await expect(modal.detail).toContainText('cannot be undone');
    await expect(modal.detail).toContainText(`API: 127.0.0.1:${api.port}`);
    await modal.press('Delete Label');
    await expect(labels.row(rowName(label))).toBeHidden();
    const toast = workbench.toasts.withText(`Deleted label “${label.name}”.`);
    await expect(workbench.toasts.button(toast, 'Create Again')).toBeVisible();
    expect(exists(kirim, label)).toBe(false);
    expect(acme(kirim).attachments(label.id).contacts).toEqual([]);
    expect(acme(kirim).contacts).toHaveLength(contacts);
    expect(kirim.requests.count({ method: 'DELETE' })).toBe(1);
  });

  test('with the inline action; Escape sends nothing', async ({ workbench, kirim }) => {
    const { labels, modal, page } = workbench;
    const row = labels.row(rowName(label));
    await labels.pressInline(row, 'Delete Label');
    await expect(modal.box).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(modal.box).toBeHidden();
    await expect(row).toBeVisible();
    expect(kirim.requests.all).toHaveLength(0);
  });

  test('with the Delete key; Cancel sends nothing', async ({ workbench, kirim }) => {
    const { labels, modal, page } = workbench;
    await labels.row(rowName(label)).click();
    await page.keyboard.press('Delete');
    await modal.press('Cancel');
    expect(kirim.requests.all).toHaveLength(0);
    await labels.row(rowName(label)).click();
    await page.keyboard.press('Delete');
    await modal.press('Delete Label');
    await expect(labels.row(rowName(label))).toBeHidden();
  });

  test('with the arrow keys and the Delete key it is about the row that has the focus', async ({ workbench }) => {
    const { labels, modal, page } = workbench;
    await labels.row(rowName(label)).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete label “VIP” from Acme?');
    await modal.press('Cancel');
  });

  test('one that failed has the focus and the selection again, so that the same key is about it', async ({
    workbench,
    kirim,
  }) => {
    const { labels, modal, page, toasts } = workbench;
    kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    await labels.row(rowName(label)).click();
    await page.keyboard.press('Delete');
    await modal.press('Delete Label');
    await expect(toasts.withText(`Label “${label.name}” was not deleted.`)).toBeVisible();
    await expect(labels.focused).toContainText(label.name);
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText(`Delete label “${label.name}” from Acme?`);
    await modal.press('Cancel');
  });

  test('from the palette it takes the selected row', async ({ workbench }) => {
    const { labels, modal } = workbench;
    await labels.row(rowName(label)).click();
    await workbench.runCommand('Kirim Labels: Delete Label');
    await expect(modal.message).toHaveText(`Delete label “${label.name}” from Acme?`);
    await modal.press('Cancel');
  });

  test('from the palette without a selection it asks, with a search; signed out, it signs in first', async ({
    workbench,
    kirim,
  }) => {
    const { labels, modal, quickInput } = workbench;
    await workbench.signOut();
    await workbench.runCommand('Kirim Labels: Delete Label');
    await expect(quickInput.title).toContainText('Sign In to KirimChat');
    await quickInput.submit(SAMPLE_API_KEY);
    await expect(quickInput.title).toHaveText('Delete Label');
    await expect(quickInput.rows.first()).toBeVisible();
    await workbench.screenshot('picker');
    await quickInput.fill(label.name);
    await quickInput.choose(label.name);
    await quickInput.field.press('Enter');
    await modal.press('Delete Label');
    await expect(labels.row(rowName(label))).toBeHidden();
    expect(exists(kirim, label)).toBe(false);
  });

  test('the row says “Deleting…” meanwhile, and a second request for it does nothing', async ({ workbench, kirim }) => {
    const { labels, modal, page } = workbench;
    const gate = kirim.faults.hold({ method: 'DELETE' });
    await labels.row(rowName(label)).click();
    await page.keyboard.press('Delete');
    await modal.press('Delete Label');
    const row = labels.row(`${label.name}, violet, Deleting…`);
    await expect(row).toContainText('Deleting…');
    await workbench.screenshot('deleting');
    await row.click();
    await page.keyboard.press('Delete');
    await expect(workbench.statusBarItem(/^Something is happening to label/)).toBeVisible();
    await expect(modal.box).toBeHidden();
    gate.open();
    await expect(row).toBeHidden();
    expect(kirim.requests.count({ method: 'DELETE' })).toBe(1);
  });

  test('says that it was already deleted', async ({ workbench, kirim }) => {
    acme(kirim).removeLabel(label.id);
    await confirmDelete(workbench.page, workbench, label);
    await expect(workbench.statusBarItem(`Label “${label.name}” was already deleted.`)).toBeVisible();
    await expect(workbench.labels.row(rowName(label))).toBeHidden();
  });

  test('after a failure the row stays, and Retry deletes without asking again', async ({ workbench, kirim }) => {
    const { labels, modal, toasts } = workbench;
    kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    await confirmDelete(workbench.page, workbench, label);
    const toast = toasts.withText(`Label “${label.name}” was not deleted.`);
    await expect(toast).toContainText('Request ID: req_');
    await expect(labels.row(rowName(label))).toBeVisible();
    await workbench.screenshot('delete-failed');
    await toasts.press(toast, 'Retry');
    await expect(labels.row(rowName(label))).toBeHidden();
    await expect(modal.box).toBeHidden();
    expect(exists(kirim, label)).toBe(false);
  });

  test('can be cancelled while it waits', async ({ workbench, kirim }) => {
    const { labels, toasts } = workbench;
    kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'rate_limited', retryAfter: '120' } });
    await confirmDelete(workbench.page, workbench, label);
    const toast = toasts.withText(`Deleting label “${label.name}”`);
    await expect(toast).toContainText('KirimChat asks for a break');
    await workbench.screenshot('delete-waiting');
    await toasts.press(toast, 'Cancel');
    await expect(workbench.statusBarItem(`Cancelled. Label “${label.name}” was not deleted.`)).toBeVisible();
    await expect(labels.row(rowName(label))).toBeVisible();
    expect(kirim.requests.count({ method: 'DELETE' })).toBe(1);
  });

  test('a name that looks like code is text everywhere', async ({ workbench, kirim }) => {
    const { labels, modal, page, toasts } = workbench;
    const odd = acme(kirim).addLabel({ name: '$(trash) <b>x</b> [a](command:b)', color: 'red' });
    const visible = /\$\u2060?\(trash\) <b>x<\/b> \[a\]\u2060?\(command:b\)/;
    await labels.press('Refresh Labels');
    const row = labels.row(visible);
    await expect(row).toBeVisible();
    await labels.readTooltip(row, visible);
    await workbench.screenshot('odd-name-tooltip');
    await row.click();
    kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText(visible);
    await workbench.screenshot('odd-name-modal');
    await modal.press('Delete Label');
    const toast = toasts.withText(visible);
    await expect(toast).toBeVisible();
    await expect(toast.locator('.notification-list-item-message a')).toHaveCount(0);
    await row.click();
    await workbench.runCommand('Kirim Labels: Copy Label ID');
    await expect(workbench.statusBarItem(visible)).toBeVisible();
    await expect(workbench.statusBarItem(visible).locator('.codicon-trash')).toHaveCount(0);
    acme(kirim).removeLabel(odd.id);
    await toasts.dismiss(toast);
  });
});

const acme = (kirim: Kirim) => kirim.organization(SAMPLE_ORGANIZATION);

const exists = (kirim: Kirim, { id }: Label) =>
  acme(kirim)
    .labels()
    .some((label) => label.id === id);

const rowName = ({ name, color }: Label) => `${name}, ${color}`;

async function confirmDelete(
  page: Page,
  { labels, modal }: Pick<import('./workbench/workbench').Workbench, 'labels' | 'modal'>,
  label: Label,
): Promise<void> {
  await labels.row(rowName(label)).click();
  await page.keyboard.press('Delete');
  await modal.press('Delete Label');
}
