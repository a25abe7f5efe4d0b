import type { Organization } from '../kirim';
import { expect, test } from './fixtures';

test.describe('copying, comparing, and the names of teams', () => {
  let rapi: Organization;

  test.beforeEach(async ({ workbench, kirim }) => {
    kirim.faults.clear();
    rapi = kirim.addOrganization({ name: 'Rapi', teams: 2, write_per_minute: 600 });
    const [first = '', second = ''] = [...rapi.team_ids].sort();
    rapi.addLabel({ name: 'Alpha', color: 'red', team_id: first });
    rapi.addLabel({ name: 'Beta', color: 'teal', team_id: first });
    rapi.addLabel({ name: 'Omega', team_id: second });
    rapi.addLabel({ name: 'Alpha', color: 'sky', team_id: second });
    await workbench.labels.open();
    await workbench.signIn(rapi.addKey({ label: 'Kunci' }));
    await expect(workbench.labels.row('Omega')).toBeVisible();
  });

  test('a team is called by the name that the user gives it, on rows, in tooltips and in questions', async ({
    workbench,
  }) => {
    const { labels, page, quickInput, modal } = workbench;
    const [first = '', second = ''] = [...rapi.team_ids].sort();
    for (const [id, name] of [
      [first, 'Sales'],
      [second, 'Support'],
    ] as const) {
      await labels.chooseFromContextMenu(labels.row(`Team …${id.slice(-6)}`), 'Name This Team');
      await expect(quickInput.title).toHaveText(`Name Team …${id.slice(-6)}`);
      await workbench.screenshot('name-team');
      await quickInput.submit(name);
      await expect(labels.row(`Team ${name}, 2 labels`)).toBeVisible();
    }
    await labels.readTooltip(labels.row('Team Sales'), `Team: Sales (ID ${first})`);
    await workbench.screenshot('team-names');
    await labels.row('Alpha, red').click();
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete label “Alpha” (Team Sales) from Rapi?');
    await expect(modal.detail).toContainText('Team: Sales');
    await workbench.screenshot('team-name-in-question');
    await page.keyboard.press('Escape');
    await expect(modal.box).toBeHidden();

    await labels.row('Omega').click();
    await page.keyboard.press('ArrowLeft');
    await expect(labels.focused).toContainText('Team Support');
    await page.keyboard.press('F2');
    await expect(quickInput.field).toHaveValue('Support');
    await quickInput.submit('Sales');
    await expect(labels.row(`Team Sales (…${second.slice(-6)})`)).toBeVisible();
    await workbench.screenshot('same-team-names');
  });

  test('Ctrl+C copies the name of the row with the focus, and of all that are selected', async ({ workbench }) => {
    const { labels, page, quickInput } = workbench;
    await labels.row('Beta, teal').click();
    await page.keyboard.press('ControlOrMeta+C');
    await expect(workbench.statusBarItem('Copied the name “Beta”.')).toBeVisible();
    await page.keyboard.press('F1');
    await expect(quickInput.field).toBeFocused();
    await page.keyboard.press('ControlOrMeta+V');
    await expect(quickInput.field).toHaveValue('>Beta');
    await quickInput.cancel();
    await labels.select('Beta', 'Omega');
    await page.keyboard.press('ControlOrMeta+C');
    await expect(workbench.statusBarItem('Copied the names of 2 labels.')).toBeVisible();
    await labels.openContextMenu(labels.row('Omega'));
    await expect(labels.menuItem('Copy Delete Request as cURL')).toBeVisible();
    await workbench.screenshot('copy-menu');
    await page.keyboard.press('Escape');
  });

  test('two organizations are compared side by side, and one gets what it does not have', async ({
    workbench,
    kirim,
  }) => {
    const { labels, quickInput, modal, page, toasts } = workbench;
    const toko = kirim.addOrganization({ name: 'Toko', write_per_minute: 600 });
    toko.addLabel({ name: 'Beta', color: 'pink' });
    toko.addLabel({ name: 'Zeta', color: 'lime' });
    await workbench.runCommand('Kirim Labels: Sign In');
    await quickInput.submit(toko.addKey({ label: 'Kunci' }));
    await expect(labels.row('Zeta')).toBeVisible();

    await labels.chooseFromContextMenu(labels.row(/^Rapi, /), 'Compare Labels');
    await expect(page.getByRole('tab', { name: 'Labels: Rapi ↔ Toko' })).toBeVisible();
    const diff = page.locator('.monaco-diff-editor');
    await expect(diff.locator('.editor.original')).toContainText('Omega');
    await expect(diff.locator('.editor.modified')).toContainText('Zeta');
    await workbench.screenshot('compare');
    await workbench.runCommand('View: Close Editor');

    await labels.select('Beta, teal', 'Omega');
    await labels.chooseFromContextMenu(labels.row('Omega'), 'Copy Labels to Organization');
    await expect(modal.message).toHaveText('Copy label “Omega” from Rapi to Toko?');
    await expect(modal.detail).toContainText('There is a label “Beta” in Toko already, so it is left out.');
    await workbench.screenshot('copy-to-organization');
    await modal.press('Create Label');
    const toast = toasts.withText('Toko: Created “Omega”. It is attached to nothing yet.');
    await expect(toast).toBeVisible();
    await workbench.screenshot('copied-to-organization');
    expect(toko.labels().map(({ name }) => name)).toContain('Omega');
    expect(rapi.labels()).toHaveLength(4);
    await toasts.dismiss(toast);
    await labels.chooseFromContextMenu(labels.row(/^Toko, /), 'Sign Out');
    await expect(labels.row('Zeta')).toBeHidden();
  });
});
