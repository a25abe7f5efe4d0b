import { expect, test } from './fixtures';
import { RecentlyDeletedView } from './workbench/recentlyDeletedView';
import { Walkthrough } from './workbench/walkthrough';
import { Workbench } from './workbench/workbench';

/** Beside a side bar, VS Code shows a walkthrough's pictures from about this width on. */
const WINDOW = { width: 1600, height: 900 };
/** Those with a picture. */
const STEPS = ['getKey', 'signIn', 'deleteLabel', 'cleanUp', 'wayBack'];

test('the walkthrough shows its pictures in each theme, and a step is done when a person has done it', async ({
  browser,
  server,
}) => {
  // In a context of its own there is no key yet.
  const context = await browser.newContext({ viewport: WINDOW });
  const workbench = await Workbench.open(context, server);
  const { labels, modal } = workbench;
  const walkthrough = new Walkthrough(workbench);
  const vip = labels.row(/^VIP, /);
  await labels.open();
  await workbench.runCommand('Kirim Labels: Get Started');
  await expect(walkthrough.title).toHaveText('Get Started with Kirim Labels');
  await expect(walkthrough.steps).toHaveCount(STEPS.length + 1);

  for (const [theme, name] of [
    ['Light Modern', 'light'],
    ['Dark Modern', 'dark'],
  ] as const) {
    await workbench.useTheme(theme);
    for (const step of STEPS) {
      await walkthrough.open(step);
      await expect.poll(() => walkthrough.pictureShown()).toMatch(new RegExp(`/${step}-${name}\\.webp$`));
      await workbench.screenshot(`walkthrough-${step}-${name}`);
    }
  }
  await workbench.useTheme('Light Modern');

  await test.step('signs in to the sample and deletes a label', async () => {
    await walkthrough.open('signIn');
    await walkthrough.press('signIn', 'Explore Sample Data');
    await expect(walkthrough.checkbox('signIn')).toBeChecked();
    await expect(walkthrough.checkbox('getKey')).not.toBeChecked();
    await labels.chooseFromContextMenu(vip, 'Delete Label');
    await modal.press('Delete Label');
    await expect(walkthrough.checkbox('deleteLabel')).toBeChecked();
  });

  await test.step('shows the way back', async () => {
    await walkthrough.open('wayBack');
    await walkthrough.press('wayBack', 'Show Recently Deleted');
    await expect(new RecentlyDeletedView(workbench).row(/^VIP, /)).toBeVisible();
    await expect(walkthrough.checkbox('wayBack')).toBeChecked();
    await workbench.screenshot('walkthrough-done');
  });

  await test.step('shows what helps with the keyboard and a screen reader', async () => {
    await walkthrough.open('accessibility');
    await expect(workbench.page.frameLocator('iframe.webview').frameLocator('iframe').locator('body')).toContainText(
      'Everything works with the keyboard alone.',
    );
    await workbench.screenshot('walkthrough-accessibility');
    await walkthrough.press('accessibility', 'Open Accessibility Help');
    await expect(workbench.page.getByRole('tab', { name: /accessibilityHelp\.md/ })).toBeVisible();
  });
  await context.close();
});
