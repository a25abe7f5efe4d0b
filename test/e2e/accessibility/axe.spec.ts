import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import manifest from '../../../package.json';
import { SAMPLE_API_KEY } from '../../kirim';
import { startCodeServer, type CodeServer } from '../../vscode/codeServer';
import { vsix } from '../../vscode/paths';
import { expect, test as base } from '../fixtures';
import { containerIcon } from '../workbench/containerIcon';
import { RecentlyDeletedView } from '../workbench/recentlyDeletedView';
import { Walkthrough } from '../workbench/walkthrough';
import { Workbench } from '../workbench/workbench';
import { findingsIn } from './axe';
import { BARE, packageBare } from './bare/package';

/** From about this width on a walkthrough has something beside its steps. */
const WINDOW = { width: 1600, height: 900 };

/** A VS Code with ours and with an extension that has it show the same kinds of things, and nothing else. */
const test = base.extend<object, { server: CodeServer; workbench: Workbench }>({
  server: [
    async ({ api }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'kirim-bare-'));
      const bare = join(folder, 'bare.vsix');
      await packageBare(bare);
      const settings = { 'kirimLabels.apiBaseUrl': api.baseUrl };
      const server = await startCodeServer({ vsix: [vsix, bare], settings });
      await use(server);
      await server.stop();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  workbench: [
    async ({ browser, server }, use) => {
      const context = await browser.newContext({ viewport: WINDOW });
      await use(await Workbench.open(context, server));
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('axe-core finds nothing that the same VS Code does not have without us', async ({ workbench }) => {
  const { labels, modal, page, quickInput, toasts } = workbench;
  const known = new Set<string>();

  await test.step('without us', async () => {
    const see = async () => {
      for (const { kind } of await findingsIn(page)) {
        known.add(kind);
      }
    };
    const seeQuickInput = async (command: string) => {
      await workbench.runCommand(command);
      await expect(quickInput.title).toHaveText(/Box|Picker/);
      await see();
      await quickInput.cancel();
    };
    await containerIcon(page, BARE).click();
    await expect(labels.welcomeButton('Button')).toBeVisible();
    const row = labels.row('Row 1, spoken').first();
    await row.click();
    await page.keyboard.press('Shift+ArrowDown');
    await row.hover();
    await see();
    await page.keyboard.press('End');
    await expect(labels.row('Row 99, spoken').first()).toBeVisible();
    await see();
    await workbench.runCommand('Bare: Ask');
    await expect(modal.box).toBeVisible();
    await see();
    await page.keyboard.press('Escape');
    await workbench.runCommand('Bare: Notify');
    await expect(toasts.withText('Notification.')).toBeVisible();
    await see();
    await toasts.dismiss(toasts.withText('Notification.'));
    for (const command of ['Bare: Fill', 'Bare: Refuse', 'Bare: Pick One', 'Bare: Pick Many']) {
      await seeQuickInput(command);
    }
    // After a list with keys beside its rows there are empty places for these in the next one.
    await workbench.runCommand('Preferences: Color Theme');
    await see();
    await quickInput.cancel();
    const walkthrough = new Walkthrough(workbench);
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await quickInput.choose(BARE);
    await walkthrough.open('picture');
    await walkthrough.step('text').hover();
    await see();
    await walkthrough.open('text');
    await expect(pageIn(page).getByText('Text.')).toBeVisible();
    await see();
    // One that was begun shows how far it is.
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await quickInput.choose('Get Started with VS Code for the Web');
    await walkthrough.steps.first().getByRole('checkbox').click();
    await see();
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Bare: Show Page');
    await expect(pageIn(page).getByText('Text.')).toBeVisible();
    await see();
    // Not from the palette, whose focus a preview that is still being opened would take.
    await page.getByRole('tab', { name: /text\.md/ }).click({ button: 'middle' });
  });

  const check = async (what: string) => {
    const found = await findingsIn(page);
    const ours = found.filter(({ kind }) => !known.has(kind)).map(({ kind, summary }) => `${kind}\n${summary}`);
    expect.soft(ours, what).toEqual([]);
  };
  const checkQuickInput = async (command: string) => {
    await workbench.runCommand(command);
    await expect(quickInput.title).not.toBeEmpty();
    await check(command);
    await quickInput.cancel();
  };

  await test.step('before signing in', async () => {
    await labels.open();
    await expect(labels.welcomeButton('Sign In')).toBeVisible();
    await check('the view, signed out');
    await labels.welcomeButton('Sign In').click();
    await quickInput.submit('kdv_live_0');
    await expect(quickInput.message).toContainText('characters');
    await check('the box for the key');
    await quickInput.submit(SAMPLE_API_KEY);
  });

  await test.step('rows, the question and what is said', async () => {
    const row = labels.row(/^VIP, /);
    await expect(row).toBeVisible();
    await check('the view with rows');
    await row.click();
    await page.keyboard.press('Shift+ArrowDown');
    await row.hover();
    await expect(row.getByRole('button')).toBeVisible();
    await check('the view with selected rows');
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete 2 labels from Acme?');
    await check('the question');
    await modal.press('Delete 2 Labels');
    await expect(toasts.withText('Deleted 2 labels.')).toBeVisible();
    await new RecentlyDeletedView(workbench).expand();
    await check('the notification, and Recently Deleted');
    await toasts.dismiss(toasts.withText('Deleted 2 labels.'));
  });

  await test.step('lists and boxes', async () => {
    await labels
      .row(/^Team /)
      .first()
      .click();
    for (const command of [
      'Delete Label',
      'Filter Labels…',
      'Sort Labels…',
      'Create Label…',
      'Create Again',
      'Name This Team…',
    ]) {
      await checkQuickInput(`Kirim Labels: ${command}`);
    }
    await labels.row(/^COD, /).click();
    for (const command of ['Rename Label…', 'Change Label Color…']) {
      await checkQuickInput(`Kirim Labels: ${command}`);
    }
  });

  await test.step('the walkthrough', async () => {
    const walkthrough = new Walkthrough(workbench);
    await workbench.runCommand('Kirim Labels: Get Started');
    for (const { id, media } of manifest.contributes.walkthroughs[0]?.steps ?? []) {
      await walkthrough.open(id);
      if (media.image === undefined) {
        await expect(pageIn(page).getByRole('heading', { name: 'Accessibility Help' })).toBeVisible();
      }
      await check(`the walkthrough at ${id}`);
    }
    await workbench.runCommand('Kirim Labels: Open Accessibility Help');
    await expect(pageIn(page).getByRole('heading', { name: 'Accessibility Help' })).toBeVisible();
    await check('Accessibility Help');
  });
});

/** What a Markdown preview shows. */
function pageIn(page: Page): FrameLocator {
  return page.locator('iframe.webview.ready').last().contentFrame().frameLocator('iframe');
}
