import type { Locator } from '@playwright/test';
import { SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { expect, test } from './fixtures';
import type { Workbench } from './workbench/workbench';

test('the commands are in the command palette', async ({ workbench }) => {
  await workbench.page.keyboard.press('F1');
  for (const title of [
    'Sign In',
    'Sign Out',
    'Explore Sample Data',
    'Refresh Labels',
    'Create Label…',
    'Rename Label…',
    'Change Label Color…',
    'Filter Labels…',
    'Clear Filter',
    'Find in Labels',
    'Sort Labels…',
    'Compare Labels…',
    'Copy Labels to Organization…',
    'Name This Team…',
    'Copy Label Name',
    'Copy Label as JSON',
    'Copy Delete Request as cURL',
    'Delete Label',
    'Undo Delete',
    'Retire Label',
    'Restore Label',
    'Create Again',
    'Export Journal of Deleted Labels…',
    'Clear Journal of Deleted Labels…',
    'Copy Label ID',
    'Get Started',
    'If Something Does Not Work',
    'Open Accessibility Help',
    'Show Log',
    'Copy Support Information',
    'Show What Was Not Done',
  ]) {
    // One by one: the list shows no more than a dozen.
    await workbench.quickInput.fill(`>Kirim Labels: ${title}`);
    await expect(workbench.quickInput.rows.filter({ hasText: `Kirim Labels: ${title}` }).first()).toBeVisible();
  }
  await workbench.quickInput.cancel();
});

test.describe('a list of labels', () => {
  test.beforeAll(async ({ workbench, kirim }) => {
    const organization = kirim.organization(SAMPLE_ORGANIZATION);
    const [team_id = ''] = organization.team_ids;
    for (const name of ['Aa satu', 'Aa dua', 'Aa tiga', '[retired] Aa empat']) {
      organization.addLabel({ name, team_id });
    }
    await workbench.labels.open();
    await workbench.signIn(SAMPLE_API_KEY);
    await expect(workbench.labels.row(/^Aa satu/)).toBeVisible();
  });

  test('gives the only one that fits what was typed, with Enter', async ({ workbench }) => {
    const { quickInput, modal, page } = workbench;
    await workbench.runCommand('Kirim Labels: Delete Label');
    await expect(quickInput.field).toBeFocused();
    // Letter by letter: the focus stays in the field, and a blank in a name is no check mark.
    await page.keyboard.type('aa sat', { delay: 50 });
    await expect(highlighted(workbench)).toHaveText(/Aa satu/);
    await page.keyboard.press('Enter');
    await expect(modal.message).toHaveText('Delete label “Aa satu” from Acme?');
    await modal.press('Cancel');
    await workbench.runCommand('Kirim Labels: Retire Label');
    await quickInput.submit('Aa sat');
    await expect(modal.message).toHaveText('Retire label “Aa satu” in Acme?');
    await modal.press('Cancel');
    await workbench.runCommand('Kirim Labels: Copy Label ID');
    await quickInput.submit('Aa sat');
    await expect(workbench.statusBarItem('Copied the ID of “Aa satu”.')).toBeVisible();
    await workbench.runCommand('Kirim Labels: Restore Label');
    await quickInput.submit('empat');
    await workbench.toasts.dismiss(workbench.toasts.withText('Restored “Aa empat”.'));
    await workbench.runCommand('Kirim Labels: Delete Label');
    await quickInput.submit('empat');
    await modal.press('Delete Label');
    await workbench.toasts.dismiss(workbench.toasts.withText('Deleted label “Aa empat”.'));
    await workbench.runCommand('Kirim Labels: Create Again');
    await expect(quickInput.rows.filter({ hasText: 'Aa empat' })).toBeVisible();
    await quickInput.submit('empat');
    await expect(modal.message).toHaveText('Create label “Aa empat” again in Acme?');
    await modal.press('Cancel');
  });

  test('gives the one that the arrow keys lead to', async ({ workbench }) => {
    const { quickInput, modal, page } = workbench;
    await workbench.runCommand('Kirim Labels: Delete Label');
    await quickInput.fill('Aa');
    await expect(highlighted(workbench)).toHaveText(/Aa dua/);
    await page.keyboard.press('ArrowDown');
    await expect(highlighted(workbench)).toHaveText(/Aa satu/);
    await page.keyboard.press('Enter');
    await expect(modal.message).toHaveText('Delete label “Aa satu” from Acme?');
    await modal.press('Cancel');
  });

  test('gives those with a check mark, whatever is highlighted or hidden by what was typed', async ({ workbench }) => {
    const { quickInput, modal, page } = workbench;
    await workbench.runCommand('Kirim Labels: Delete Label');
    await quickInput.choose('Aa tiga');
    await quickInput.fill('Aa sat');
    await expect(highlighted(workbench)).toHaveText(/Aa satu/);
    await page.keyboard.press('Enter');
    await expect(modal.message).toHaveText('Delete label “Aa tiga” from Acme?');
    await modal.press('Cancel');
  });

  test('stays open where nothing is highlighted, whatever was before', async ({ workbench }) => {
    const { quickInput, modal } = workbench;
    await workbench.runCommand('Kirim Labels: Delete Label');
    await expect(quickInput.rows.filter({ hasText: 'Aa satu' })).toBeVisible();
    await quickInput.submit('');
    await quickInput.fill('Aa');
    await expect(highlighted(workbench)).toHaveText(/Aa dua/);
    await quickInput.submit('nothing is called so');
    await expect(quickInput.rows).toHaveCount(0);
    await quickInput.submit('Aa');
    await expect(modal.message).toHaveText('Delete label “Aa dua” from Acme?');
    await modal.press('Cancel');
    await workbench.runCommand('Kirim Labels: Delete Label');
    await expect(quickInput.rows.filter({ hasText: 'Aa satu' })).toBeVisible();
    await quickInput.field.press('ArrowDown');
    await expect(highlighted(workbench)).toBeVisible();
    // The arrow keys take the focus out of the field.
    await quickInput.field.fill('Aa');
    await expect(highlighted(workbench)).toBeVisible();
    await quickInput.field.fill('');
    await quickInput.field.press('Enter');
    await expect(highlighted(workbench)).toHaveCount(0);
    await expect(modal.box).toBeHidden();
    await workbench.screenshot('picker');
    await quickInput.cancel();
  });
});

function highlighted({ quickInput }: Workbench): Locator {
  return quickInput.rows.and(quickInput.box.locator('.focused'));
}
