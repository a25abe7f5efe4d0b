import { addSample, EMPTY_API_KEY, EMPTY_ORGANIZATION, Kirim, SECOND_API_KEY, SECOND_ORGANIZATION } from '../kirim';
import { expect, test as base } from './fixtures';
import { RecentlyDeletedView } from './workbench/recentlyDeletedView';

const BIG_API_KEY = 'kdv_live_Raya-sample-key-00000006';

/** Three organizations: of 2, 400 and 10,250 labels. */
const test = base.extend<object, { kirim: Kirim }>({
  kirim: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures this one needs.
    async ({}, use) => {
      const kirim = new Kirim();
      addSample(kirim);
      addLabels(kirim.organization(EMPTY_ORGANIZATION), 'Pelanggan', 2);
      addLabels(kirim.organization(SECOND_ORGANIZATION), 'Pesanan', 395);
      const raya = kirim.addOrganization({ name: 'Pasar Raya' });
      raya.addKey({ label: 'Gudang', secret: BIG_API_KEY });
      addLabels(raya, 'Barang', 10_250);
      await use(kirim);
    },
    { scope: 'worker' },
  ],
});

function addLabels(organization: ReturnType<Kirim['organization']>, name: string, count: number): void {
  for (let number = 1; number <= count; number += 1) {
    organization.addLabel({ name: `${name} ${String(number).padStart(5, '0')}` });
  }
}

test.describe.configure({ mode: 'serial' });

test('three organizations of 2, 400 and 10,250 labels stand in one view', async ({ workbench }) => {
  const { labels, quickInput } = workbench;
  await labels.open();
  await workbench.signIn(EMPTY_API_KEY);
  for (const key of [SECOND_API_KEY, BIG_API_KEY]) {
    await workbench.runCommand('Kirim Labels: Sign In');
    await quickInput.submit(key);
    await expect(quickInput.box).toBeHidden();
  }
  await expect(labels.row(/^Warung Baru, 2 labels$/)).toBeVisible();
  await expect(labels.row(/^Toko Sinar Jaya, 400 labels$/)).toBeVisible();
  await labels.readTooltip(labels.row(/^Toko Sinar Jaya, /), 'KirimChat has not said yet how many writes a minute');
  for (const name of [/^Toko Sinar Jaya, /, /^Warung Baru, /]) {
    await labels.toggleGroup(labels.row(name));
  }
  await expect(labels.row(/^Pasar Raya, 10,?100 labels so far$/)).toBeVisible();
  await workbench.screenshot('many-collapsed');
});

test('what is typed filters all of them, and what else there is can be loaded', async ({ workbench }) => {
  const { labels, quickInput, page } = workbench;
  for (const name of [/^Toko Sinar Jaya, /, /^Warung Baru, /]) {
    await labels.toggleGroup(labels.row(name));
  }
  await labels.press('Filter Labels…');
  await expect(quickInput.field).toBeFocused();
  await page.keyboard.type('00002');
  await expect(labels.row(/^Pelanggan 00002, /)).toBeVisible();
  await expect(labels.row(/^Pesanan 00002, /)).toBeVisible();
  await expect(labels.row(/^Barang 00002, /)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(labels.message).toContainText(/^Filter: “00002”\. 3 of [\d,]+ labels so far\.$/);
  const more = labels.row(/^Load more labels, /);
  await expect(more).toBeVisible();
  for (const theme of ['Dark Modern', 'Light Modern'] as const) {
    await workbench.useTheme(theme);
    for (const width of [500, 200]) {
      await workbench.resizeSideBar(width);
      await workbench.screenshot(`many-filtered-${theme.split(' ')[0] ?? ''}-${String(width)}`);
    }
  }
  await workbench.resizeSideBar(300);
  await more.click();
  await expect(labels.row(/^Pasar Raya, 1 of 10,?250 labels$/)).toBeVisible();
  await expect(more).toBeHidden();
  await labels.press('Clear Filter');
});

test('a list that takes long is cancelled, and what is there can be gone on with', async ({ workbench, kirim }) => {
  const { labels } = workbench;
  // All 103 pages take longer than any test may: on a busy machine a shorter list is there before the button is pressed.
  const slow = { match: { laterPage: true }, times: Infinity, fault: { kind: 'delay', ms: 2_000 } } as const;
  kirim.faults.add(slow);
  await workbench.reload();
  await labels.open();
  await expect(labels.row(/^Toko Sinar Jaya, 400 labels$/)).toBeVisible();
  await labels.toggleGroup(labels.row(/^Toko Sinar Jaya, /));
  await labels.press('Cancel Loading');
  kirim.faults.clear();
  await expect(labels.row(/^Pasar Raya, [\d,]+ labels so far$/)).toBeVisible();
  await workbench.screenshot('many-cancelled');
});

test('an organization whose key is rejected says so in its row', async ({ workbench, kirim }) => {
  const { labels } = workbench;
  kirim.organization(SECOND_ORGANIZATION).revokeKey(SECOND_API_KEY);
  await labels.press('Refresh Labels');
  await expect(labels.row(/^Toko Sinar Jaya, .*API key rejected$/)).toBeVisible();
  await workbench.screenshot('many-rejected');
});

test('what was deleted is kept apart below', async ({ workbench, kirim }) => {
  const { labels, modal, toasts } = workbench;
  const deleted = new RecentlyDeletedView(workbench);
  kirim.faults.clear();
  await labels.row(/^Pelanggan 00002, /).click();
  await workbench.page.keyboard.press('Delete');
  await modal.press('Delete Label');
  await expect(toasts.withText('Deleted label “Pelanggan 00002”.')).toBeVisible();
  await deleted.expand();
  await workbench.screenshot('many-recently-deleted');
});
