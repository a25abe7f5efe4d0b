import { Kirim } from '../../kirim';
import { chosenRelease } from '../../vscode/releases';
import { expect, test as base } from '../fixtures';
import { RecentlyDeletedView } from '../workbench/recentlyDeletedView';
import { accessibilityTree } from './accessibilityTree';

const KEY = 'kdv_live_Acme-screen-reader-00001';

/** An organization whose ids are the same in each run. */
const test = base.extend<object, { kirim: Kirim }>({
  kirim: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures this one needs.
    async ({}, use) => {
      const kirim = new Kirim();
      const acme = kirim.addOrganization({ name: 'Acme', teams: 2, created_at: '2026-01-05T02:00:00.000Z' });
      acme.addKey({ label: 'VS Code', secret: KEY });
      const [, second = ''] = acme.team_ids;
      acme.addLabel({ name: 'Paid', color: 'green' });
      acme.addLabel({ name: 'VIP', color: 'amber' });
      acme.addLabel({ name: '[retired] Promo', color: 'pink' });
      acme.addLabel({ name: 'Returns', color: 'orange', team_id: second });
      await use(kirim);
    },
    { scope: 'worker' },
  ],
});

test('assistive technology is told each step of deleting a label', async ({ workbench, kirim }) => {
  const { labels, modal, page, quickInput, toasts } = workbench;
  const recentlyDeleted = new RecentlyDeletedView(workbench);
  const vip = labels.row(/^VIP, /);
  /** Compares all of it with the file, once it stays as it is. */
  const check = async (step: string, isIn: (part: string) => boolean = () => true) => {
    // A row on which the pointer rests has its buttons too.
    await page.mouse.move(0, 0);
    let tree = '';
    // The buttons of a view, for one, follow its rows a moment later.
    await expect(async () => {
      const before = tree;
      tree = await accessibilityTree(page, isIn);
      expect(tree).toBe(before);
    }).toPass({ intervals: [1_000] });
    expect(tree).toMatchSnapshot(['trees', chosenRelease().vscode, `${step}.yml`]);
  };

  await labels.open();
  await expect(labels.welcomeButton('Sign In')).toBeVisible();
  await check('01-signed-out');
  await labels.welcomeButton('Sign In').click();
  await expect(quickInput.field).toBeFocused();
  await check('02-box-for-key');
  await quickInput.submit(KEY);
  await expect(vip).toBeVisible();
  await check('03-rows');

  await vip.click();
  await page.keyboard.press('Delete');
  await expect(modal.message).toHaveText('Delete label “VIP” from Acme?');
  await check('04-question');
  const gate = kirim.faults.hold({ method: 'DELETE' });
  await modal.press('Delete Label');
  await expect(toasts.withText('Deleting label “VIP”')).toContainText('Waiting for KirimChat…');
  await check('05-on-its-way');
  gate.open();
  await expect(toasts.withText('Deleted label “VIP”.')).toBeVisible();
  await expect(vip).toBeHidden();
  await expect(recentlyDeleted.header).toBeVisible();
  await expect(toasts.all).toHaveCount(1);
  await expect(page.getByRole('alert').filter({ hasText: 'Info: Deleted label “VIP”.' })).toBeAttached();
  await check('06-deleted');

  await recentlyDeleted.expand();
  await expect(recentlyDeleted.row(/^VIP, /)).toBeVisible();
  // VS Code shows a notification for ten seconds, which may be over by now.
  await check('07-recently-deleted', (part) => part === 'side bar');
  await toasts.press(toasts.withText('Deleted label “VIP”.'), 'Create Again');
  await expect(modal.message).toContainText('VIP');
  await check('08-question-create-it-again');
  await page.keyboard.press('Enter');
  await expect(vip).toBeVisible();
  await expect(toasts.withText('Created “VIP” again.')).toBeVisible();
  await expect(recentlyDeleted.header).toBeHidden();
  await check('09-created-again');
  await toasts.dismiss(toasts.withText('Created “VIP” again.'));

  await workbench.changeSetting('kirimLabels.undoSeconds', 60);
  await vip.click();
  await page.keyboard.press('Delete');
  await modal.press('Delete Label');
  await expect(labels.row('VIP, amber, about to be deleted')).toBeVisible();
  await expect(toasts.withText('Deleting label “VIP” in')).toBeVisible();
  await check('10-time-to-undo');
  await toasts.press(toasts.withText('Deleting label “VIP” in'), 'Undo');
  await expect(labels.row('VIP, amber, about to be deleted')).toBeHidden();
  await check('11-undone');
});
