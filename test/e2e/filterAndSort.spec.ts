import { SAMPLE_API_KEY, SECOND_API_KEY } from '../kirim';
import { expect, test } from './fixtures';

const ALL = ['Antar Sore', 'Lunas', 'Pesanan Baru', 'Utang', 'VIP'];

test.describe('the rows of the Labels view', () => {
  test.beforeEach(async ({ workbench, kirim }) => {
    kirim.faults.clear();
    await workbench.labels.open();
  });

  test('are filtered while the user types; what the filter hides is neither meant nor marked any more', async ({
    workbench,
  }) => {
    const { labels, quickInput, modal, page } = workbench;
    await workbench.signIn(SECOND_API_KEY);
    await expect(labels.rows).toHaveText(ALL);
    await labels.select('Lunas, green', 'VIP, violet');
    await labels.press('Filter Labels…');
    await expect(quickInput.field).toBeFocused();
    await page.keyboard.type('vip');
    await expect(labels.rows).toHaveText(['VIP']);
    await expect(labels.message).toHaveText('Filter: “vip”. 1 of 5 labels.');
    await expect(quickInput.box).toBeVisible();
    await workbench.screenshot('filter-typed');
    await page.keyboard.press('Enter');
    await expect(quickInput.box).toBeHidden();

    await labels.press('Refresh Labels');
    await labels.row(/^VIP/).focus();
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete label “VIP” from Toko Sinar Jaya?');
    await expect(modal.detail).toContainText('A filter is on: only labels that it shows are chosen.');
    await workbench.screenshot('filter-delete');
    await modal.press('Cancel');

    await labels.press('Clear Filter');
    await expect(labels.rows).toHaveText(ALL);
    await expect(labels.message).toBeHidden();
    await expect(labels.selected).toHaveText(['VIP']);
    await labels.row(/^VIP/).focus();
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete label “VIP” from Toko Sinar Jaya?');
    await expect(modal.detail).not.toContainText('filter');
    await modal.press('Cancel');
  });

  test('may be none: then the view says how many there are, and one click brings them back', async ({ workbench }) => {
    const { labels, quickInput } = workbench;
    await workbench.signIn(SECOND_API_KEY);
    await labels.press('Filter Labels…');
    await quickInput.submit('zzz');
    await expect(labels.message).toHaveText('Filter: “zzz”. 0 of 5 labels.');
    await expect(labels.rows).toHaveCount(0);
    await expect(labels.welcome).toBeHidden();
    await workbench.screenshot('filter-nothing');
    await labels.press('Clear Filter');
    await expect(labels.rows).toHaveText(ALL);
  });

  test('are filtered by check marks for colors, teams and what is retired', async ({ workbench }) => {
    const { labels, quickInput } = workbench;
    await workbench.signIn(SAMPLE_API_KEY);
    await labels.press('Filter Labels…');
    await quickInput.choose('red');
    await quickInput.choose('amber');
    await expect(labels.message).toContainText(/^Filter: red, amber\. \d+ of \d+ labels\.$/);
    // Only now: without the filter the second team is below the rows that VS Code draws.
    await expect(labels.row(/^Team …/)).toHaveCount(2);
    await workbench.screenshot('filter-checked');
    await quickInput.rows.filter({ hasText: 'Team …' }).first().click();
    await expect(labels.row(/^Team …/)).toHaveCount(1);
    await expect(labels.message).toContainText(/^Filter: red, amber, team …\w+\. \d+ of \d+ labels\.$/);
    await quickInput.field.press('Enter');
    // Else the list that is opened next may not be the one that is looked at, and closed, next.
    await expect(quickInput.box).toBeHidden();
    await workbench.resizeSideBar(200);
    await workbench.screenshot('filter-narrow');
    await workbench.resizeSideBar(300);
    await labels.chooseMore('Filter Labels');
    const checked = quickInput.box.locator('.monaco-list-row[aria-checked="true"] .label-name');
    await expect(checked).toHaveText(['red', 'amber', /^Team …/]);
    await quickInput.cancel();
    await labels.press('Clear Filter');
    await expect(labels.message).toBeHidden();
  });

  test('are sorted as it is chosen, which is remembered', async ({ workbench }) => {
    const { labels, quickInput } = workbench;
    await workbench.signIn(SECOND_API_KEY);
    const byColor = ['Utang', 'Antar Sore', 'Lunas', 'Pesanan Baru', 'VIP'];
    await labels.chooseMore('Sort Labels');
    await workbench.screenshot('sort');
    await quickInput.choose('Color');
    await expect(labels.rows).toHaveText(byColor);
    await workbench.reload();
    await labels.open();
    await expect(labels.rows).toHaveText(byColor);
    await labels.chooseMore('Sort Labels');
    await expect(quickInput.rows.filter({ hasText: 'current' })).toContainText('Color');
    await quickInput.choose('Newest first');
    await expect(labels.rows).toHaveText(['Lunas', 'Utang', 'Antar Sore', 'Pesanan Baru', 'VIP']);
    await labels.chooseMore('Sort Labels');
    await quickInput.choose('Name');
    await expect(labels.rows).toHaveText(ALL);
  });

  test('are searched with VS Code’s own search of the tree', async ({ workbench }) => {
    const { labels, page } = workbench;
    await workbench.signIn(SECOND_API_KEY);
    await expect(labels.rows).toHaveText(ALL);
    await labels.chooseMore('Find in Labels');
    await expect(labels.sideBar.locator('.monaco-tree-type-filter input')).toBeFocused();
    await page.keyboard.type('utang');
    await expect(labels.focused).toHaveText('Utang');
    await workbench.screenshot('find');
    await page.keyboard.press('Escape');
  });
});
