import { SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { startCodeServer, type CodeServer } from '../vscode/codeServer';
import { vsix } from '../vscode/paths';
import { expect, test as base } from './fixtures';
import { RecentlyDeletedView } from './workbench/recentlyDeletedView';

/** A VS Code that runs the extension in its web extension host, as vscode.dev does: a worker of the browser, without Node. */
const test = base.extend<object, { server: CodeServer }>({
  server: [
    async ({ api, kirim }, use) => {
      kirim.variations.cors = true;
      const settings = {
        'kirimLabels.apiBaseUrl': api.baseUrl,
        'remote.extensionKind': { 'kirim-labels.kirim-labels': ['web'] },
      };
      const server = await startCodeServer({ vsix, settings });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('in the web extension host labels are listed, deleted, and kept in the journal', async ({ workbench, kirim }) => {
  const { labels, modal, toasts } = workbench;
  const acme = kirim.organization(SAMPLE_ORGANIZATION);
  const label = acme.addLabel({ name: 'Aa maya', color: 'violet' });
  const row = labels.row('Aa maya, violet');
  await labels.open();
  await workbench.signIn(SAMPLE_API_KEY);
  await expect(row).toBeVisible();
  // Only a browser asks another origin whether it may send a key there.
  expect(kirim.requests.count({ method: 'OPTIONS', path: '/labels' })).toBeGreaterThan(0);

  await labels.chooseFromContextMenu(row, 'Delete Label');
  await modal.press('Delete Label');
  await expect(toasts.withText('Deleted label “Aa maya”.')).toBeVisible();
  await expect(row).toBeHidden();
  expect(acme.labels().map(({ id }) => id)).not.toContain(label.id);
  const recentlyDeleted = new RecentlyDeletedView(workbench);
  await recentlyDeleted.expand();
  await expect(recentlyDeleted.row(/^Aa maya, /)).toBeVisible();
});
