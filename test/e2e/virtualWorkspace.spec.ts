import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { startCodeServer, type CodeServer } from '../vscode/codeServer';
import { vsix } from '../vscode/paths';
import { expect, test as base } from './fixtures';
import { packageVirtualFiles } from './virtualFiles/package';
import { Workbench } from './workbench/workbench';

/** A VS Code in which an extension brings files that are on no disk. */
const test = base.extend<object, { server: CodeServer; workbench: Workbench }>({
  server: [
    async ({ api }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'kirim-virtual-files-'));
      const virtualFiles = join(folder, 'virtual-files.vsix');
      await packageVirtualFiles(virtualFiles);
      const settings = { 'kirimLabels.apiBaseUrl': api.baseUrl };
      const server = await startCodeServer({ vsix: [vsix, virtualFiles], settings });
      await use(server);
      await server.stop();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  workbench: [
    async ({ browser, server }, use) => {
      const context = await browser.newContext();
      await use(await Workbench.open(context, server, `folder=${encodeURIComponent('virtual-files:/project')}`));
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('in a folder that is on no disk labels are listed, deleted and exported', async ({ workbench, kirim }) => {
  const { labels, modal, page, toasts } = workbench;
  const label = kirim.organization(SAMPLE_ORGANIZATION).addLabel({ name: 'Aa maya', color: 'violet' });
  await labels.open();
  await workbench.signIn(SAMPLE_API_KEY);
  await labels.chooseFromContextMenu(labels.row('Aa maya, violet'), 'Delete Label');
  await modal.press('Delete Label');
  await expect(toasts.withText('Deleted label “Aa maya”.')).toBeVisible();

  await workbench.runCommand('Kirim Labels: Export Journal of Deleted Labels…');
  await workbench.saveAs('/project/labels.csv', 'kirim-labels-journal.json');
  const toast = toasts.withText('Exported the journal: 1 entry.');
  await toasts.press(toast, 'Open File');
  await expect(page.locator('.part.editor .view-lines')).toContainText(label.id);
  await workbench.screenshot('virtual-workspace');
});
