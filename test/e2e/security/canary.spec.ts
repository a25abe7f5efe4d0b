import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addSample, type Kirim, SAMPLE_ORGANIZATION } from '../../kirim';
import { Canary, contentOf, searchFiles, WatchfulKirim, watchPages } from './canary';
import { expect, test as base } from '../fixtures';
import { RecentlyDeletedView } from '../workbench/recentlyDeletedView';
import { Workbench } from '../workbench/workbench';

const test = base.extend<object, { kirim: WatchfulKirim }>({
  kirim: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures this one needs.
    async ({}, use) => {
      const kirim = new WatchfulKirim();
      addSample(kirim);
      await use(kirim);
    },
    { scope: 'worker' },
  ],
});

test('after all that a person does, the key is in the secret storage and nowhere else', async ({
  browser,
  server,
  kirim,
  api,
}) => {
  test.setTimeout(180_000);
  const [good, rejected] = [new Canary(), new Canary()];
  const canaries = [good, rejected];
  acme(kirim).addKey({ label: 'Canary', secret: good.key });
  const names = ['Aa 1', 'Aa 2', 'Aa 3', 'Aa 4', 'Aa 5'];
  names.forEach((name) => acme(kirim).addLabel({ name, color: 'violet' }));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await watchPages(context, canaries);
  const workbench = await Workbench.open(context, server);
  const { labels, page, quickInput } = workbench;

  await test.step('signs in: closes the box once, and is refused once', async () => {
    await labels.open();
    await labels.welcomeButton('Sign In').click();
    await quickInput.fill(good.key);
    await quickInput.cancel();
    await labels.welcomeButton('Sign In').click();
    await quickInput.submit(rejected.key);
    await expect(quickInput.message).toContainText('rejected this API key');
    await quickInput.submit(good.key);
    await expect(labels.row('Aa 1, violet')).toBeVisible();
    expect(good.isIn((await contentOf(page))['inputs'] ?? '')).toBe(false);
  });

  await test.step('does all else', () => work(workbench, kirim, server.workspace));

  const leaks = await page.evaluate(() => globalThis.leaks);
  await test.step('comes back', async () => {
    await workbench.reload();
    await labels.open();
    await expect(labels.row('Aa 5, violet')).toBeVisible();
    await labels.chooseMore('Sign In');
    await quickInput.fill(good.key);
    await quickInput.cancel();
    // What was typed into a box that was closed VS Code itself keeps in its field, until the next box.
    await page.keyboard.press('F1');
    await quickInput.fill('>');
    await quickInput.cancel();
  });

  const root = dirname(server.workspace);
  await test.step('what is on the page, and ever was', async () => {
    expect([...leaks, ...(await page.evaluate(() => globalThis.leaks))]).toEqual([]);
    const content = await contentOf(page);
    const places = Object.entries(content).filter(([, text]) => canaries.some((canary) => canary.isIn(text)));
    expect(places.map(([place]) => place)).toEqual([]);
    // The secret storage of a VS Code in a browser: encrypted, else it would be JSON.
    expect(content['localStorage secrets.provider']).toMatch(/^[\w+/=-]{100,}$/);
    // Else what is kept was not looked at.
    expect(content['IndexedDB']?.length).toBeGreaterThan(100);
  });

  await test.step('what is on the disk of the server', async () => {
    const found = await searchFiles(root, canaries);
    console.log(`Searched ${found.files} files, ${found.bytes} bytes.`);
    expect(found.in).toEqual([]);
    const said = await searchFiles(join(root, 'data/logs'), [{ isIn: (text) => text.includes('DELETE /labels/lbl_') }]);
    expect(said.in).toHaveLength(1);
    expect(canaries.some((canary) => canary.isIn(server.log()))).toBe(false);
  });

  await test.step('what was sent', () => {
    const { seen } = kirim;
    expect(seen.length).toBeGreaterThan(15);
    const keys = new Set(seen.map(({ authorization }) => authorization));
    expect([...keys].sort()).toEqual(canaries.map(({ key }) => `Bearer ${key}`).sort());
    for (const { url, rest } of seen) {
      expect(new URL(url).host).toBe(`127.0.0.1:${api.port}`);
      expect(canaries.some((canary) => canary.isIn(url) || canary.isIn(rest))).toBe(false);
    }
  });

  await test.step('the search would have found it', async () => {
    const planted = join(root, 'data/planted');
    await mkdir(planted);
    const forms = { 'utf-8': 'utf8', 'utf-16': 'utf16le' } as const;
    for (const [name, encoding] of Object.entries(forms)) {
      await writeFile(join(planted, name), Buffer.from(`...${good.key}...`, encoding));
    }
    for (const shift of ['', 'a', 'ab']) {
      await writeFile(join(planted, `base64-${shift.length}`), Buffer.from(`${shift}${good.key}`).toString('base64'));
    }
    await writeFile(join(planted, 'url'), encodeURIComponent(JSON.stringify({ key: rejected.key })));
    await writeFile(join(planted, 'half'), `${rejected.key.slice(0, 21)}…`);
    const { in: found } = await searchFiles(root, canaries);
    const expected = ['base64-0', 'base64-1', 'base64-2', 'half', 'url', 'utf-16', 'utf-8'];
    expect([...found].sort()).toEqual(expected.map((name) => `data/planted/${name}`));
    await rm(planted, { recursive: true });
    await page.evaluate((key) => {
      document.body.append(key);
    }, good.key);
    await expect.poll(() => page.evaluate(() => globalThis.leaks)).toHaveLength(1);
  });
  await context.close();
});

/** Deletes one, fails to, deletes many, retires, restores, creates again, exports, and reads the log. */
async function work(workbench: Workbench, kirim: Kirim, folder: string): Promise<void> {
  const { labels, modal, page, toasts } = workbench;
  const recentlyDeleted = new RecentlyDeletedView(workbench);
  kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
  await labels.chooseFromContextMenu(labels.row('Aa 1, violet'), 'Delete Label');
  await modal.press('Delete Label');
  const failed = toasts.withText('Label “Aa 1” was not deleted.');
  await toasts.press(failed, 'Retry');
  await expect(labels.row('Aa 1, violet')).toBeHidden();

  await labels.select('Aa 2, violet', 'Aa 3, violet');
  await page.keyboard.press('Delete');
  await modal.press('Delete 2 Labels');
  await toasts.press(toasts.withText('Deleted 2 labels.'), 'Show Details');
  await expect(page.locator('.part.editor .view-lines')).toContainText('Organization: Acme');

  await labels.chooseFromContextMenu(labels.row('Aa 4, violet'), 'Retire Label');
  await modal.press('Retire Label');
  await toasts.press(toasts.withText('Retired “Aa 4”.'), 'Restore');
  await expect(labels.row('Aa 4, violet')).toBeVisible();

  await recentlyDeleted.expand();
  await labels.chooseFromContextMenu(recentlyDeleted.row(/^Aa 1, violet, deleted /), 'Create Again');
  await modal.press('Create Label');
  await expect(toasts.withText('Created “Aa 1” again.')).toBeVisible();
  await recentlyDeleted.collapse();

  for (const name of ['journal.json', 'journal.csv']) {
    await workbench.runCommand('Kirim Labels: Export Journal of Deleted Labels…');
    await workbench.saveAs(join(folder, name), 'kirim-labels-journal.json');
    await expect(toasts.withText(/Exported the journal: \d entries\./).first()).toBeVisible();
  }
  await workbench.runCommand('Notifications: Show Notifications');
  await expect(page.locator('.notifications-center')).toContainText('Exported the journal');
  await workbench.runCommand('Kirim Labels: Show Log');
  await expect(page.locator('.part.panel .view-lines')).toContainText('PATCH /labels/lbl_');
  await workbench.screenshot('canary-log');
}

const acme = (kirim: Kirim) => kirim.organization(SAMPLE_ORGANIZATION);
