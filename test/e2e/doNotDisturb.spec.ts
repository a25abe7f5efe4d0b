import { SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { expect, test } from './fixtures';

const SAID = 'Deleted 2 of 3 labels. Failed: 1.';

test('what failed is said in the status bar while Do Not Disturb is on, and a click has the next steps', async ({
  workbench,
  kirim,
}) => {
  const { labels, modal, page, toasts } = workbench;
  const organization = kirim.organization(SAMPLE_ORGANIZATION);
  const [team_id = ''] = organization.team_ids;
  for (const name of ['Ab satu', 'Ab dua', 'Ab tiga']) {
    organization.addLabel({ name, team_id });
  }
  await labels.open();
  await workbench.signIn(SAMPLE_API_KEY);
  await expect(labels.row(/^Ab satu/)).toBeVisible();
  await workbench.runCommand('Notifications: Toggle Do Not Disturb Mode');
  kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 422 } });
  await labels.select('Ab satu, gray', 'Ab dua, gray', 'Ab tiga, gray');
  await page.keyboard.press('Delete');
  await modal.press('Delete 3 Labels');

  const item = workbench.statusBarItem(SAID);
  await expect(item).toBeVisible();
  await expect(toasts.all).toHaveCount(0);
  await expect(item.locator('a')).toHaveAccessibleName(new RegExp(`${SAID}.*KirimChat refused the request`));
  await workbench.screenshot('not-disturbed');
  await item.click();
  await expect(modal.box).toContainText(SAID);
  await expect(item).toBeHidden();
  await workbench.screenshot('not-disturbed-asked');
  await modal.press('Show Details');
  await expect(page.locator('.tab', { hasText: 'Deleted Labels.txt' })).toBeVisible();
  await expect(item).toBeVisible();

  // By keyboard.
  await workbench.runCommand('Kirim Labels: Show What Was Not Done');
  await modal.press('Retry Failed');
  await expect(labels.row(/^Ab (satu|dua|tiga)/)).toHaveCount(0);
  await expect(item).toBeHidden();
  await workbench.runCommand('Notifications: Toggle Do Not Disturb Mode');
});
