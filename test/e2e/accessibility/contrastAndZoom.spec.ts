import type { Locator, Page } from '@playwright/test';
import { SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../../kirim';
import { expect, test as base } from '../fixtures';
import { Workbench } from '../workbench/workbench';

/** A window of 1920 by 1080, in the pixels that it has at 200 %. */
const ZOOMED = { viewport: { width: 960, height: 540 }, deviceScaleFactor: 2 };

/** As long as KirimChat lets it be, and the first one. */
const NAME = `Aa ${'pelanggan '.repeat(5)}`.slice(0, 50).trim();

/** A window that is zoomed, in which labels are shown. */
const test = base.extend<object, { workbench: Workbench }>({
  workbench: [
    async ({ browser, server, kirim }, use) => {
      kirim.organization(SAMPLE_ORGANIZATION).addLabel({ name: NAME, color: 'amber' });
      const context = await browser.newContext(ZOOMED);
      const workbench = await Workbench.open(context, server);
      await workbench.labels.open();
      await workbench.signIn(SAMPLE_API_KEY);
      await use(workbench);
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

for (const theme of ['Dark High Contrast', 'Light High Contrast', 'Dark Modern', 'Light Modern'] as const) {
  test(`at 200 % in ${theme}: nothing is out of reach, and colors are said as well`, async ({ workbench, kirim }) => {
    const { labels, modal, page, quickInput, toasts } = workbench;
    const picture = (what: string) =>
      workbench.screenshot(`zoomed-${what}-${theme.replaceAll(' ', '-').toLowerCase()}`);
    const row = labels.row(`${NAME}, amber`);
    const team = labels.row(/^Team /).first();
    await workbench.useTheme(theme);
    await row.click();
    await picture('rows');
    expect(await cutOff(labels.rows.locator('.monaco-icon-label-container'))).toEqual([]);
    await labels.readTooltip(row, 'Color: amber');
    await picture('tooltip');

    kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    await row.click();
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText(`Delete label “${NAME}” from Acme?`);
    await picture('question');
    await expectInWindow(page, modal.box);
    for (const button of await modal.buttons.all()) {
      await expectInWindow(page, button);
    }
    expect(await cutOff(modal.buttons)).toEqual([]);
    await modal.press('Delete Label');
    const toast = toasts.withText(`Label “${NAME}” was not deleted.`);
    await expect(toasts.button(toast, 'Retry')).toBeVisible();
    await picture('notification');
    await expectInWindow(page, toast);
    await toasts.dismiss(toast);

    await team.click();
    await workbench.runCommand('Kirim Labels: Delete Label');
    await expect(quickInput.rows.first()).toContainText(`${NAME}amber, team`);
    await picture('list');
    await expectInWindow(page, quickInput.box);
    await quickInput.cancel();
    // Expands it again.
    await team.click();
    await workbench.runCommand('Kirim Labels: Filter Labels…');
    await expect(quickInput.rows.filter({ hasText: 'amber' })).toBeVisible();
    await picture('filter');
    await expectInWindow(page, quickInput.box);
    await quickInput.cancel();
  });
}

test('where VS Code is told to reduce motion, nothing moves while a label is deleted', async ({ workbench, kirim }) => {
  const { labels, modal, page, toasts } = workbench;
  const gate = kirim.faults.hold({ method: 'DELETE' });
  await labels.row(/^COD, /).click();
  await page.keyboard.press('Delete');
  await modal.press('Delete Label');
  await expect(toasts.withText('Deleting label “COD”')).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .map(({ effect }) => effect as KeyframeEffect)
      .filter((effect) => effect.getTiming().iterations === Infinity)
      .map(({ target }) => target?.className),
  );
  gate.open();
  await expect(labels.row(/^COD, /)).toBeHidden();
  expect(moving).toEqual([]);
});

/** The texts that do not fit, and do not say so with dots at their end. */
function cutOff(texts: Locator): Promise<string[]> {
  return texts.evaluateAll((elements) =>
    elements
      .filter((one) => one.scrollWidth > one.clientWidth && getComputedStyle(one).textOverflow !== 'ellipsis')
      .map(({ textContent }) => textContent),
  );
}

async function expectInWindow(page: Page, element: Locator): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const box = await element.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(width);
  expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThanOrEqual(height);
}
