import { SAMPLE_API_KEY, SECOND_API_KEY, SECOND_ORGANIZATION } from '../kirim';
import { expect, test } from './fixtures';

test.describe('several organizations', () => {
  test.beforeEach(async ({ workbench, kirim }) => {
    kirim.faults.clear();
    await workbench.labels.open();
    await workbench.signIn(SECOND_API_KEY);
    await workbench.runCommand('Kirim Labels: Sign In');
    await workbench.quickInput.submit(SAMPLE_API_KEY);
    await expect(workbench.labels.row(/^Acme, \d+ labels/)).toBeVisible();
  });

  test.afterEach(async ({ workbench }) => {
    const { labels } = workbench;
    await labels.chooseFromContextMenu(labels.row(/^Acme, /), 'Sign Out');
    await expect(labels.heading).toContainText('Toko Sinar Jaya');
  });

  for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'] as const) {
    test(`are rows with their labels below them, in ${theme}`, async ({ workbench }) => {
      const { labels } = workbench;
      await workbench.useTheme(theme);
      await expect(labels.row(/^Toko Sinar Jaya, \d+ labels$/)).toBeVisible();
      await expect(labels.row(/^Lunas, green$/)).toBeVisible();
      await workbench.screenshot(`several-${theme.replaceAll(' ', '-').toLowerCase()}`);
      await workbench.useTheme('Light Modern');
    });
  }

  test('are one question where labels of both are selected, and say on hover what is left of their write limit', async ({
    workbench,
    kirim,
  }) => {
    const { labels, modal } = workbench;
    const toko = kirim.organization(SECOND_ORGANIZATION);
    toko.addLabel({ name: 'Aa Uji' });
    const [first] = kirim.organization('Acme').team_ids;
    kirim.organization('Acme').addLabel({ name: 'Aa Uji Acme', ...(first === undefined ? {} : { team_id: first }) });
    await labels.press('Refresh Labels');
    await expect(labels.row(/^Aa Uji Acme, /)).toBeVisible();
    await expect(labels.row(/^Aa Uji, /)).toBeVisible();
    await labels.select('Aa Uji, gray', 'Aa Uji Acme, gray');
    await workbench.page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete 2 labels from 2 organizations?');
    await workbench.screenshot('several-question');
    await modal.press('Delete 2 Labels');
    await expect(labels.row(/^Aa Uji/)).toHaveCount(0);
    await expect(workbench.toasts.all).toHaveCount(2);
    await workbench.screenshot('several-deleted');
    await labels.readTooltip(
      labels.row(/^Toko Sinar Jaya, /),
      /Writes a minute: \d+\. Left, by what KirimChat said at .*: about \d+\./,
    );
    await workbench.screenshot('several-budget');
  });
});
