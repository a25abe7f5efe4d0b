import { expect, test } from './fixtures';

test('the commands are in the command palette', async ({ workbench }) => {
  await workbench.page.keyboard.press('F1');
  await workbench.quickInput.fill('>Kirim Labels: ');
  for (const title of [
    'Sign In',
    'Sign Out',
    'Refresh Labels',
    'Delete Label',
    'Undo Delete',
    'Retire Label',
    'Restore Label',
    'Create Again',
    'Export Journal of Deleted Labels…',
    'Clear Journal of Deleted Labels…',
    'Copy Label ID',
    'Show Log',
  ]) {
    await expect(workbench.quickInput.rows.filter({ hasText: `Kirim Labels: ${title}` })).toBeVisible();
  }
  await workbench.quickInput.cancel();
});
