import { SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../../kirim';
import { expect, test } from '../fixtures';

test.describe('labels whose names do not tell them apart', () => {
  test.beforeAll(async ({ workbench, kirim }) => {
    const organization = kirim.organization(SAMPLE_ORGANIZATION);
    const [north = '', south = ''] = organization.team_ids;
    const add = (name: string, team_id = north) => organization.addLabel({ name, team_id });
    add('Aa baru');
    add('Aa baru', south);
    add('Aa VIP');
    add('Aa VIP\u200B');
    add('\u200B');
    add('[retired] שלום');
    add('שלום');
    add('[retired] عميل مهم');
    add('عميل مهم');
    await workbench.labels.open();
    await workbench.signIn(SAMPLE_API_KEY);
    await expect(workbench.labels.row(/^Aa baru/).first()).toBeVisible();
  });

  test('have their ids beside them in their rows, and their teams have words for a screen reader', async ({
    workbench,
  }) => {
    const { labels } = workbench;
    await expect(labels.row(/^Aa VIP\u200B?, gray, ID …\w+$/)).toHaveCount(2);
    await expect(labels.row(/^Team …\w+, \d+ labels$/).first()).toBeVisible();
    await workbench.screenshot('names-rows');
  });

  test('have their teams or ids beside them in the list and in the question', async ({ workbench }) => {
    const { quickInput, modal, page } = workbench;
    await workbench.runCommand('Kirim Labels: Delete Label');
    await quickInput.fill('Aa ');
    await expect(quickInput.rows.filter({ hasText: /Aa VIP.*team …\w+, ID …\w+/ })).toHaveCount(2);
    await workbench.screenshot('names-list');
    for (const row of await quickInput.rows.all()) {
      await row.click();
    }
    await page.keyboard.press('Enter');
    await expect(modal.detail).toContainText(
      /“Aa baru” \(Team …\w+\)\s*“Aa baru” \(Team …\w+\)\s*“Aa VIP” \(Team …\w+, ID …\w+\)/,
    );
    await workbench.screenshot('names-question');
    await modal.press('Cancel');
  });

  for (const [language, name] of [
    ['Hebrew', 'שלום'],
    ['Arabic', 'عميل مهم'],
  ] as const) {
    test(`are read in the right order in ${language}`, async ({ workbench }) => {
      const { modal, quickInput, toasts } = workbench;
      await workbench.runCommand('Kirim Labels: Restore Label');
      await quickInput.submit(name);
      await expect(modal.detail).toContainText(`“\u2068${name}\u2069” → “\u2068${name} (2)\u2069”`);
      await workbench.screenshot(`names-${language}-question`);
      await modal.press('Add Number and Restore');
      const toast = toasts.withText(`Restored “\u2068${name} (2)\u2069”.`);
      await expect(toast).toBeVisible();
      await workbench.useTheme('Light Modern');
      await workbench.screenshot(`names-${language}-restored`);
      await workbench.useTheme('Dark Modern');
      await toasts.dismiss(toast);
    });
  }
});
