import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { EMPTY_API_KEY, EMPTY_ORGANIZATION, type Kirim, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../../kirim';
import { startCodeServer, type CodeServer } from '../../vscode/codeServer';
import { vsix } from '../../vscode/paths';
import { changeSettings } from '../../vscode/settings';
import { expect, test as base } from '../fixtures';
import { Attacker, hostileFolder, hostileWorkspace, writeJson } from './hostileFolder';
import { Workbench } from '../workbench/workbench';

/** How the person wants it: other than the attacker, and other than the defaults. */
const CAREFUL = {
  'kirimLabels.confirmation': 'typeName',
  'kirimLabels.undoSeconds': 60,
  'kirimLabels.writeReservePercent': 90,
};

/** A VS Code that asks whether the authors of a folder are trusted. */
const test = base.extend<object, { attacker: Attacker; server: CodeServer }>({
  attacker: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures this one needs.
    async ({}, use) => {
      const attacker = await Attacker.listen();
      await use(attacker);
      attacker.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ api, attacker }, use) => {
      const settings = { 'kirimLabels.apiBaseUrl': api.baseUrl, 'security.workspace.trust.startupPrompt': 'always' };
      const server = await startCodeServer({ vsix, settings, workspaceTrust: true });
      // What a computer that VS Code is connected to says of itself: as little to be trusted as a folder.
      await writeJson(join(dirname(server.settings), '../Machine/settings.json'), attacker.settings());
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.describe('in a hostile folder', () => {
  let workbench: Workbench;

  test.beforeEach(({ kirim }) => {
    kirim.faults.clear();
  });

  test.afterEach(async ({ browser }) => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  for (const isTrusted of [true, false]) {
    for (const [kind, make] of [
      ['a folder', folderQuery],
      ['a workspace of two folders', workspaceQuery],
    ] as const) {
      test(`${kind}, ${isTrusted ? 'trusted' : 'not trusted'}: no setting changes, and no key goes elsewhere`, async ({
        browser,
        server,
        attacker,
        kirim,
        api,
      }) => {
        await changeSettings(server.settings, CAREFUL);
        const many = addMany(kirim);
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
        workbench = await openAnswering(context, server, await make(server, attacker, isTrusted), isTrusted);
        const { labels, quickInput, toasts, page } = workbench;

        await labels.open();
        await labels.welcomeButton('Sign In').click();
        await expect(quickInput.title).toContainText(`Sign In to KirimChat at 127.0.0.1:${api.port}`);
        await quickInput.submit(EMPTY_API_KEY);
        await expect(labels.heading).toContainText(EMPTY_ORGANIZATION);

        // With the attacker's prefix they would be in the group of retired labels.
        await expect(labels.row(`${many[0] ?? ''}, gray`)).toBeVisible();
        await expect(labels.row(/^Retired/)).toBeHidden();

        await labels.row(`${many[0] ?? ''}, gray`).click();
        await labels.row(`${many.at(-1) ?? ''}, gray`).click({ modifiers: ['Shift'] });
        await page.keyboard.press('Delete');
        await expect(quickInput.title).toContainText(`Delete ${many.length} labels from ${EMPTY_ORGANIZATION}?`);
        await expect(quickInput.message).toContainText('A part of it is left to your messages to customers.');
        await workbench.screenshot(`hostile-${isTrusted ? 'trusted' : 'restricted'}`);
        await quickInput.submit(String(many.length));
        const toast = toasts.withText(`Deleting ${many.length} labels in 60 seconds.`);
        await toasts.press(toast, 'Undo');
        await expect(workbench.statusBarItem('Undone: nothing was deleted.')).toBeVisible();

        expect(kirim.requests.count({ method: 'DELETE' })).toBe(0);
        expect(attacker.requests).toEqual([]);
      });
    }
  }

  test('a request still takes no longer than the person lets it', async ({ browser, server, attacker, kirim }) => {
    await changeSettings(server.settings, { ...CAREFUL, 'kirimLabels.requestTimeoutSeconds': 2 });
    const query = await folderQuery(server, attacker, true);
    workbench = await openAnswering(await browser.newContext(), server, query, true);
    const gate = kirim.faults.hold({ method: 'GET', path: '/me' }, { times: Infinity });
    await workbench.labels.open();
    await workbench.labels.welcomeButton('Sign In').click();
    await workbench.quickInput.submit(SAMPLE_API_KEY);
    await expect(workbench.toasts.withText('KirimChat did not answer in time.')).toBeVisible();
    gate.open();
    await changeSettings(server.settings, { 'kirimLabels.requestTimeoutSeconds': undefined });
    expect(attacker.requests).toEqual([]);
  });

  test('Restricted Mode takes nothing away: labels are listed, deleted and exported', async ({
    browser,
    server,
    attacker,
    kirim,
  }) => {
    const label = acme(kirim).addLabel({ name: 'Aa terbatas', color: 'violet' });
    const careless = { 'kirimLabels.confirmation': undefined, 'kirimLabels.undoSeconds': undefined };
    await changeSettings(server.settings, careless);
    const query = await folderQuery(server, attacker, false);
    workbench = await openAnswering(await browser.newContext(), server, query, false);
    const { labels, modal, toasts } = workbench;
    await expect(workbench.statusBarItem('Restricted Mode')).toBeVisible();
    await labels.open();
    await workbench.signIn(SAMPLE_API_KEY);
    await labels.chooseFromContextMenu(labels.row('Aa terbatas, violet'), 'Delete Label');
    await modal.press('Delete Label');
    await expect(toasts.withText('Deleted label “Aa terbatas”.')).toBeVisible();
    const file = join(server.workspace, '../exported-restricted.json');
    await workbench.runCommand('Kirim Labels: Export Journal of Deleted Labels…');
    await workbench.saveAs(file, 'kirim-labels-journal.json');
    await expect(toasts.withText('Exported the journal: 1 entry.')).toBeVisible();
    expect(await readFile(file, 'utf8')).toContain(label.id);
    expect(attacker.requests).toEqual([]);
  });
});

const acme = (kirim: Kirim) => kirim.organization(SAMPLE_ORGANIZATION);

/** More than fit into the part of the limit that the person leaves to a run, and no others. */
function addMany(kirim: Kirim): string[] {
  const organization = kirim.organization(EMPTY_ORGANIZATION);
  if (organization.labels().length === 0) {
    Array.from({ length: 20 }, (_, index) => organization.addLabel({ name: `Uji ${index + 10}` }));
  }
  return organization.labels().map(({ name }) => name);
}

async function folderQuery(server: CodeServer, attacker: Attacker, isTrusted: boolean): Promise<string> {
  const folder = await hostileFolder(place(server, `folder-${isTrusted ? 'trusted' : 'untrusted'}`), attacker);
  return `folder=${encodeURIComponent(folder)}`;
}

async function workspaceQuery(server: CodeServer, attacker: Attacker, isTrusted: boolean): Promise<string> {
  const file = await hostileWorkspace(place(server, `workspace-${isTrusted ? 'trusted' : 'untrusted'}`), attacker);
  return `workspace=${encodeURIComponent(file)}`;
}

const place = ({ workspace }: CodeServer, name: string) => join(workspace, '..', name);

/** Opens a window and answers whether its authors are trusted, if VS Code does not know yet. */
async function openAnswering(
  context: BrowserContext,
  server: CodeServer,
  query: string,
  isTrusted: boolean,
): Promise<Workbench> {
  const workbench = await Workbench.open(context, server, query);
  const { modal } = workbench;
  await modal.box.getByRole('button', { name: isTrusted ? /^Yes/ : /^No/ }).click();
  await expect(modal.box).toBeHidden();
  await expect(workbench.statusBarItem('Restricted Mode')).toBeVisible({ visible: !isTrusted });
  return workbench;
}
