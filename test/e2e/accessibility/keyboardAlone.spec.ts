import { expect, test } from '../fixtures';
import type { Workbench } from '../workbench/workbench';

test('Accessibility Help is read from the palette, and its keys do the main job without a mouse', async ({
  workbench,
  kirim,
}) => {
  const { labels, modal, page, quickInput, toasts } = workbench;
  const organization = kirim.addOrganization({ name: 'Keyboard' });
  for (const name of ['Alpha', 'Beta', 'Gamma']) {
    organization.addLabel({ name, color: 'teal' });
  }

  await test.step('the page', async () => {
    await run(workbench, 'Kirim Labels: Open Accessibility Help');
    const preview = page.frameLocator('iframe.webview').frameLocator('iframe');
    await expect(preview.getByRole('heading', { name: 'Accessibility Help' })).toBeVisible();
    await expect(preview.locator('body')).toContainText('Kirim Labels: Focus on Labels View');
    await workbench.screenshot('accessibility-help');
    await run(workbench, 'View: Close All Editors');
  });

  await test.step('rows', async () => {
    await run(workbench, 'Kirim Labels: Sign In');
    await quickInput.fill(organization.addKey({ label: 'Key' }));
    await page.keyboard.press('Enter');
    await expect(quickInput.box).toBeHidden();
    await run(workbench, 'Kirim Labels: Focus on Labels View');
    await expect(labels.row('Alpha, teal')).toBeVisible();
    await page.keyboard.press('Home');
    await expect(labels.focused).toContainText('Alpha');
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(labels.selected).toHaveText([/Alpha/, /Beta/]);
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: /^Delete Label/ })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the question, and what comes of it', async () => {
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete 2 labels from Keyboard?');
    await expect(modal.box.getByRole('button', { name: 'Delete 2 Labels' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(toasts.withText('Deleted 2 labels.')).toBeVisible();
    await expect(labels.focused).toContainText('Gamma');
    await run(workbench, 'Notifications: Focus Notification Toast');
    await page.keyboard.press('Tab');
    await expect(toasts.button(toasts.withText('Deleted 2 labels.'), 'Create Again')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(modal.message).toHaveText('Create 2 labels again in Keyboard?');
    await page.keyboard.press('Enter');
    await expect(labels.row('Beta, teal')).toBeVisible();
  });
});

/** From the command palette, with keys alone. */
async function run({ page, quickInput }: Workbench, title: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('F1');
    await expect(quickInput.field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await quickInput.fill(`>${title}`);
  await expect(quickInput.rows.first()).toHaveAttribute('aria-label', new RegExp(`^${title}`));
  await page.keyboard.press('Enter');
}
