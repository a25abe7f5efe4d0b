import { join } from 'node:path';
import { type BrowserContext, expect, test } from '@playwright/test';
import { Kirim } from '../kirim';
import { startCodeServer } from '../vscode/codeServer';
import { repository, vsix } from '../vscode/paths';
import { RecentlyDeletedView } from '../e2e/workbench/recentlyDeletedView';
import { Workbench } from '../e2e/workbench/workbench';
import { clipAround } from './clipAround';

/** Where the extension sends its requests when it is not told otherwise. The browser answers them with the stand-in. */
const API = 'https://api-kckit.kirim.chat/**';

const KEY = 'kdv_live_Acme-picture-key-0000001';
const LABELS = [
  ['Complaint', 'red'],
  ['New Lead', 'sky'],
  ['Paid', 'green'],
  ['Promo 10.10', 'pink'],
  ['Promo 11.11', 'pink'],
  ['Promo 12.12', 'pink'],
  ['Regular', 'teal'],
  ['Reseller', 'violet'],
  ['Returns', 'orange'],
  ['VIP', 'amber'],
  ['Waiting for Payment', 'yellow'],
  ['Wholesale', 'blue'],
] as const;

const VIEWPORT = { width: 900, height: 480 };
const SIDE_BAR_WIDTH = 300;
/** The pixels of a picture for each CSS pixel. A walkthrough takes its pictures for ones of that kind. */
const SCALE = 1.5;

for (const [theme, name] of [
  ['Light Modern', 'light'],
  ['Dark Modern', 'dark'],
] as const) {
  test(`the pictures of the README and the walkthrough, ${name}`, async ({ browser }) => {
    const kirim = new Kirim({ variations: { cors: true } });
    const acme = kirim.addOrganization({ name: 'Acme' });
    acme.addKey({ label: 'VS Code', secret: KEY });
    for (const [label, color] of LABELS) {
      acme.addLabel({ name: label, color });
    }
    const server = await startCodeServer({
      vsix,
      settings: {
        // In the web extension host, where each request of the extension is one of the browser.
        'remote.extensionKind': { 'kirim-labels.kirim-labels': ['web'] },
        'workbench.colorTheme': theme,
        // Tooltips would lie over the rows.
        'workbench.hover.delay': 60_000,
      },
    });
    const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: SCALE });
    await answerWith(kirim, context);
    const workbench = await Workbench.open(context, server);
    const { labels, modal, page, quickInput, toasts } = workbench;
    const picture = async (what: string, clip: Awaited<ReturnType<typeof clipAround>>) => {
      const path = join(repository, 'media/walkthrough', `${what}-${name}.webp`);
      // Lossless they would be three times as large.
      await page.screenshot({ path, clip, type: 'webp', quality: 30, animations: 'disabled', caret: 'hide' });
    };

    await labels.open();
    await workbench.resizeSideBar(SIDE_BAR_WIDTH);
    await expect(labels.welcomeButton('Sign In')).toBeVisible();
    await picture('signIn', await clipAround(page, labels.sideBar, { height: 270 }));

    await labels.welcomeButton('Sign In').click();
    await expect(quickInput.field).toBeFocused();
    await picture('getKey', await clipAround(page, quickInput.box, { margin: 8 }));

    await quickInput.submit(KEY);
    await labels.chooseFromContextMenu(labels.row('Returns, orange'), 'Delete Label');
    await expect(modal.message).toHaveText('Delete label “Returns” from Acme?');
    await picture('deleteLabel', await clipAround(page, modal.box, { margin: 8 }));
    await modal.press('Delete Label');
    await toasts.dismiss(toasts.withText('Deleted label “Returns”.'));

    await labels.select('Promo 10.10, pink', 'Promo 11.11, pink', 'Promo 12.12, pink');
    await page.keyboard.press('Delete');
    await expect(modal.message).toHaveText('Delete 3 labels from Acme?');
    await picture('cleanUp', { x: 48, y: 36, width: 652, height: 350 });
    await modal.press('Delete 3 Labels');
    await toasts.dismiss(toasts.withText('Deleted 3 labels'));

    const recentlyDeleted = new RecentlyDeletedView(workbench);
    await recentlyDeleted.expand();
    await labels.toggleGroup(recentlyDeleted.row(/^3 labels, /));
    await expect(recentlyDeleted.row(/^Promo 12.12, /)).toBeVisible();
    await recentlyDeleted.row(/^Returns, /).hover();
    await picture('wayBack', { x: 48, y: 206, width: SIDE_BAR_WIDTH, height: 240 });
    await context.close();
    await server.stop();
  });
}

async function answerWith(kirim: Kirim, context: BrowserContext): Promise<void> {
  await context.route(API, async (route, request) => {
    const response = await kirim.fetch(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData(),
    });
    await route.fulfill({
      status: response.status,
      // A browser keeps the rate limit's headers to itself unless it is told not to.
      headers: { ...Object.fromEntries(response.headers), 'Access-Control-Expose-Headers': '*' },
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
}
