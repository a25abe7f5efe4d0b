import type { Label } from '../kirim';
import { expect, test } from './fixtures';
import type { Workbench } from './workbench/workbench';

test.describe('with the keyboard it is about what is marked, as it is drawn', () => {
  const names = ['Alpha', 'Beta', 'Delta', 'Gamma', 'Kappa', 'Sigma'];
  /** Those that are still there. */
  let left: () => readonly Label[];

  test.beforeEach(async ({ workbench, kirim }) => {
    kirim.faults.clear();
    const rapi = kirim.addOrganization({ name: 'Rapi', teams: 2, write_per_minute: 600 });
    const [first = '', second = ''] = [...rapi.team_ids].sort();
    for (const name of names) {
      rapi.addLabel({ name, team_id: first });
    }
    for (const name of ['Omega', 'Zeta']) {
      rapi.addLabel({ name, team_id: second });
    }
    left = () => rapi.labels();
    await workbench.labels.open();
    await workbench.signIn(rapi.addKey({ label: 'Kunci' }));
    await expect(workbench.labels.row('Zeta')).toBeVisible();
  });

  test('a row that was taken out of the selection is not meant, and the one after the next arrow key is', async ({
    workbench,
  }) => {
    const { labels, page } = workbench;
    await labels.select('Alpha', 'Gamma', 'Gamma');
    await expect(labels.focused).toContainText('Gamma');
    await expectQuestion(workbench, 'Delete label “Alpha” from Rapi?');
    await page.keyboard.press('ArrowDown');
    await expectQuestion(workbench, 'Delete label “Kappa” from Rapi?');
    await labels.select('Alpha', 'Beta');
    await expectQuestion(workbench, 'Delete 2 labels from Rapi?');
    await page.keyboard.press('ArrowDown');
    await expectQuestion(workbench, 'Delete label “Delta” from Rapi?');
    await page.keyboard.press('Shift+ArrowDown');
    await expectQuestion(workbench, 'Delete 3 labels from Rapi?');
  });

  test('after a deletion the focus is on the neighbor, also of the last row and of many', async ({ workbench }) => {
    const { labels, modal, page } = workbench;
    await labels.row('Beta').click();
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete label “Beta” from Rapi?');
    await page.keyboard.press('Enter');
    await expect(labels.row('Beta')).toBeHidden();
    await expect(labels.focused).toContainText('Delta');
    await workbench.screenshot('focus-after-delete');
    await page.keyboard.press('ArrowDown');
    await expectQuestion(workbench, 'Delete label “Gamma” from Rapi?');

    await labels.select('Alpha', 'Sigma', 'Gamma');
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete 3 labels from Rapi?');
    await page.keyboard.press('Enter');
    await expect(labels.row('Sigma')).toBeHidden();
    await expect(labels.focused).toContainText('Kappa');
    await expectQuestion(workbench, 'Delete label “Kappa” from Rapi?');

    await labels.row('Zeta').click();
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete label “Zeta” from Rapi?');
    await page.keyboard.press('Enter');
    await expect(labels.row('Zeta')).toBeHidden();
    await expectQuestion(workbench, 'Delete label “Omega” from Rapi?');
    await workbench.runCommand('Kirim Labels: Refresh Labels');
    await expect(labels.focused).toContainText('Omega');
  });

  test('rows are deleted one after the other without a look at them', async ({ workbench }) => {
    const { labels, modal, page } = workbench;
    await labels.row('Alpha').click();
    for (const name of ['Alpha', 'Beta', 'Delta']) {
      await expect(labels.focused).toContainText(name);
      await page.keyboard.press('Delete');
      await expect(modal.message).toHaveText(`Delete label “${name}” from Rapi?`);
      await page.keyboard.press('Enter');
    }
    await expect(labels.row('Delta')).toBeHidden();
    await expect(labels.focused).toContainText('Gamma');
    expect(left().map(({ name }) => name)).toEqual(['Gamma', 'Kappa', 'Sigma', 'Omega', 'Zeta']);
  });

  test('rows of a team that was collapsed are not meant: a list of the team’s labels opens', async ({ workbench }) => {
    const { labels, modal, page, quickInput } = workbench;
    await labels.select('Alpha', 'Omega');
    const team = labels.row(/^Team/).first();
    await labels.toggleGroup(team);
    await expect(labels.row('Alpha')).toBeHidden();
    await page.keyboard.press('Delete');
    await expect(quickInput.title).toHaveText(/^Delete Label: Team /);
    await expect(quickInput.rows).toHaveCount(names.length);
    await workbench.screenshot('picker-of-a-team');
    await quickInput.cancel();
    // The other one is on screen, and selected.
    await workbench.runCommand('Kirim Labels: Delete Label');
    await expect(modal.message).toHaveText('Delete label “Omega” from Rapi?');
    await modal.press('Cancel');
    await labels.chooseFromContextMenu(labels.row('Omega'), 'Delete Label');
    await expect(modal.message).toHaveText('Delete label “Omega” from Rapi?');
    await modal.press('Cancel');
    await page.keyboard.press('ControlOrMeta+ArrowLeft');
    await expect(labels.row('Omega')).toBeHidden();
    await page.keyboard.press('Delete');
    // Of a key that does nothing there is nothing to wait for: another one comes after it.
    await workbench.runCommand('Kirim Labels: Refresh Labels');
    await expect(modal.box).toBeHidden();
    await expect(quickInput.box).toBeHidden();
  });

  test('rows that a search of the tree hides are not meant', async ({ workbench }) => {
    const { labels, modal, page } = workbench;
    await labels.select('Alpha', 'Beta');
    await labels.filter('Kapp');
    await expect(labels.row('Alpha')).toBeHidden();
    await expect(labels.focused).toContainText('Kappa');
    await expectQuestion(workbench, 'Delete label “Kappa” from Rapi?');
    await labels.filter('none of them');
    await expect(labels.rows).toHaveCount(0);
    await page.keyboard.press('Delete');
    await expect(workbench.statusBarItem('No label is selected.')).toBeVisible();
    await expect(modal.box).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(labels.row('Alpha')).toBeVisible();
  });
});

async function expectQuestion({ modal, page }: Workbench, question: string): Promise<void> {
  await page.keyboard.press('Delete');
  await expect(modal.message).toHaveText(question);
  await page.keyboard.press('Escape');
  await expect(modal.box).toBeHidden();
}
