import type { Organization } from '../kirim';
import { expect, test } from './fixtures';

test.describe('creating, renaming and recoloring labels', () => {
  let rapi: Organization;
  const found = (name: string) => rapi.labels().find((label) => label.name === name);

  test.beforeEach(async ({ workbench, kirim }) => {
    kirim.faults.clear();
    rapi = kirim.addOrganization({ name: 'Rapi', teams: 2, write_per_minute: 600 });
    const [first = '', second = ''] = [...rapi.team_ids].sort();
    for (const [name, color] of [
      ['Alpha', 'gray'],
      ['Beta', 'gray'],
      ['Delta', 'red'],
    ] as const) {
      rapi.addLabel({ name, color, team_id: first });
    }
    rapi.addLabel({ name: 'Omega', color: 'sky', team_id: second });
    await workbench.labels.open();
    await workbench.signIn(rapi.addKey({ label: 'Kunci' }));
    await expect(workbench.labels.row('Omega')).toBeVisible();
  });

  test('the title button asks for team, color and name, and the row is there', async ({ workbench }) => {
    const { labels, quickInput, toasts } = workbench;
    const [first = ''] = [...rapi.team_ids].sort();
    await labels.press('Create Label');
    await expect(quickInput.title).toHaveText('Create Label in Rapi');
    await expect(quickInput.rows).toHaveText([/^Team …/, /^Team …/, /^Another Team…/]);
    await workbench.screenshot('create-team');
    await quickInput.choose(`Team …${first.slice(-6)}`);
    await expect(quickInput.rows).toHaveCount(13);
    await workbench.screenshot('create-color');
    await quickInput.choose('teal');
    await expect(quickInput.message).toContainText('The label is attached to nothing at first.');
    await quickInput.submit('Beta');
    await expect(quickInput.message).toContainText('There is a label “Beta” already.');
    await workbench.screenshot('create-name-taken');
    await quickInput.submit('Baru');
    await expect(quickInput.box).toBeHidden();
    await expect(labels.row('Baru, teal')).toBeVisible();
    const toast = toasts.withText('Created “Baru”. It is attached to nothing yet.');
    await expect(toast).toBeVisible();
    await workbench.screenshot('created');
    expect(found('Baru')).toMatchObject({ color: 'teal', team_id: first });
    await toasts.dismiss(toast);
  });

  test('F2 renames the row with the focus; what KirimChat refuses is said in the box; and it can be undone', async ({
    workbench,
  }) => {
    const { labels, page, quickInput, toasts } = workbench;
    const id = found('Alpha')?.id;
    await labels.row('Alpha').click();
    await page.keyboard.press('F2');
    await expect(quickInput.title).toHaveText('Rename Label “Alpha” in Rapi');
    await expect(quickInput.field).toHaveValue('Alpha');
    await expect(quickInput.message).toContainText('Contacts and conversations keep the label');
    await workbench.screenshot('rename');
    const [first = ''] = [...rapi.team_ids].sort();
    rapi.addLabel({ name: 'Emas', team_id: first });
    await quickInput.submit('Emas');
    await expect(quickInput.message).toContainText('There is a label “Emas” already.');
    await workbench.screenshot('rename-refused');
    await quickInput.submit('Perak');
    const toast = toasts.withText('Renamed “Alpha” to “Perak”. Contacts and conversations keep the label.');
    await expect(toast).toBeVisible();
    await expect(labels.row('Perak, gray')).toBeVisible();
    await expect(labels.row('Alpha')).toBeHidden();
    await workbench.screenshot('renamed');
    expect(found('Perak')?.id).toBe(id);
    await toasts.press(toast, 'Undo Rename');
    await expect(labels.row('Alpha, gray')).toBeVisible();
    expect(found('Alpha')?.id).toBe(id);
    await toasts.dismiss(toasts.withText('Renamed “Perak” to “Alpha”.'));
  });

  test('two selected rows get another color at once, and are renamed one at a time', async ({ workbench }) => {
    const { labels, modal, page, quickInput, toasts } = workbench;
    await labels.select('Alpha', 'Beta');
    await page.keyboard.press('F2');
    await expect(workbench.statusBarItem('Only one label can be renamed at a time.')).toBeVisible();
    await labels.chooseFromContextMenu(labels.row('Beta'), 'Change Label Color');
    await expect(quickInput.title).toHaveText('Change the color of 2 labels in Rapi');
    await expect(quickInput.rows.filter({ hasText: 'current color' })).toHaveCount(1);
    await workbench.screenshot('recolor');
    await quickInput.fill('vio');
    await page.keyboard.press('Enter');
    await expect(modal.message).toHaveText('Change the color of 2 labels in Rapi to violet?');
    await expect(modal.detail).toContainText('“Alpha”');
    await workbench.screenshot('recolor-question');
    await modal.press('Change Color');
    const toast = toasts.withText('Changed the color of 2 labels to violet.');
    await expect(toast).toBeVisible();
    await expect(labels.row('Alpha, violet')).toBeVisible();
    await expect(labels.row('Beta, violet')).toBeVisible();
    await workbench.screenshot('recolored');
    expect(found('Delta')?.color).toBe('red');
    await toasts.dismiss(toast);
  });
});
