import { SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { expect, webTest } from './fixtures';
import { RecentlyDeletedView } from './workbench/recentlyDeletedView';

const test = webTest();

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
