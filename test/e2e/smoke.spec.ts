import { expect, test } from './fixtures';

test('a person opens the Kirim Labels view', async ({ workbench }) => {
  await workbench.labels.open();

  await expect(workbench.labels.title).toHaveText('Kirim Labels: Labels');
  await expect(workbench.labels.welcomeButton('Sign In')).toBeVisible();
  await workbench.screenshot('smoke');
});

test('the commands are in the command palette', async ({ workbench }) => {
  await workbench.page.keyboard.press('F1');
  await workbench.quickInput.fill('>Kirim Labels: ');

  await expect(workbench.quickInput.rows.filter({ hasText: 'Kirim Labels: Sign In' })).toBeVisible();
  await workbench.quickInput.cancel();
});
