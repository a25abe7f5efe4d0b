import { SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { startCodeServer, type CodeServer } from '../vscode/codeServer';
import { vsix } from '../vscode/paths';
import { expect, test as base } from './fixtures';

/** A VS Code whose display language is Indonesian. */
const test = base.extend<object, { server: CodeServer }>({
  server: [
    async ({ api }, use) => {
      const settings = { 'kirimLabels.apiBaseUrl': api.baseUrl };
      const server = await startCodeServer({ vsix, settings, displayLanguage: 'id' });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('in Indonesian: signs in, asks, deletes, and says so', async ({ workbench, kirim, api }) => {
  const { labels, modal, page, quickInput, toasts } = workbench;
  kirim.organization(SAMPLE_ORGANIZATION).addLabel({ name: 'Aa uji', color: 'violet' });
  await labels.open();
  await expect(labels.welcome).toContainText('Masuklah dengan kunci API organisasi KirimChat Anda');
  await workbench.screenshot('indonesian-welcome');
  await labels.welcomeButton('Masuk').click();
  await expect(quickInput.title).toContainText('Masuk ke KirimChat');
  await quickInput.submit('kdv_live_0');
  await expect(quickInput.message).toContainText('Kunci API ini tidak utuh: kurang 23 karakter setelah kdv_live_.');
  await workbench.screenshot('indonesian-sign-in');
  await quickInput.submit(SAMPLE_API_KEY);
  await expect(workbench.statusBarItem('Anda masuk ke Acme.')).toBeVisible();

  const row = labels.row('Aa uji, ungu');
  await labels.readTooltip(row, /Dibuat: \d{1,2} \p{L}+ \d{4}, \d{2}\.\d{2}/u);
  await workbench.screenshot('indonesian-tooltip');
  for (const theme of ['Light Modern', 'Dark Modern'] as const) {
    await workbench.useTheme(theme);
    await labels.chooseFromContextMenu(row, 'Hapus Label');
    await expect(modal.message).toHaveText('Hapus label “Aa uji” dari Acme?');
    await expect(modal.detail).toContainText(
      'Kontak dan percakapannya tetap ada. Tindakan ini tidak dapat diurungkan.',
    );
    await expect(modal.detail).toContainText(`API: 127.0.0.1:${api.port}`);
    await workbench.screenshot(`indonesian-question-${theme === 'Light Modern' ? 'light' : 'dark'}`);
    await page.keyboard.press('Escape');
  }
  await labels.chooseFromContextMenu(row, 'Hapus Label');
  await modal.press('Hapus Label');
  const toast = toasts.withText('Label “Aa uji” dihapus.');
  await expect(toasts.button(toast, 'Buat Ulang')).toBeVisible();
  await expect(labels.sideBar).toContainText('Baru Dihapus', { ignoreCase: true });
  await workbench.screenshot('indonesian-deleted');
});

test('in Indonesian: Accessibility Help', async ({ workbench }) => {
  const { page } = workbench;
  await workbench.runCommand('Kirim Labels: Buka Bantuan Aksesibilitas');
  const preview = page.frameLocator('iframe.webview').frameLocator('iframe');
  await expect(preview.getByRole('heading', { name: 'Bantuan Aksesibilitas' })).toBeVisible();
  await workbench.screenshot('indonesian-accessibility-help');
  await workbench.runCommand('View: Close All Editors');
});

test('in Indonesian: the longest buttons fit', async ({ workbench, kirim }) => {
  const { labels, modal } = workbench;
  const organization = kirim.organization(SAMPLE_ORGANIZATION);
  const [short, long] = ['Ab uji', `Ab ${'u'.repeat(47)}`].map((name) =>
    organization.addLabel({ name, color: 'blue' }),
  );
  await workbench.runCommand('Kirim Labels: Segarkan Label');
  await labels.select(`${short?.name}, biru`, `${long?.name}, biru`);
  await labels.chooseFromContextMenu(labels.row(`${short?.name}, biru`), 'Pensiunkan Label');
  await expect(modal.message).toHaveText('Pensiunkan 2 label di Acme?');
  await expect(modal.buttons).toHaveCount(3);
  await expect(modal.buttons.last()).toHaveText('Singkat Nama dan Pensiunkan');
  const cutOff = await modal.buttons.evaluateAll((buttons) =>
    buttons.filter((one) => one.scrollWidth > one.clientWidth),
  );
  expect(cutOff).toEqual([]);
  await workbench.screenshot('indonesian-longest-buttons');
  await modal.press('Cancel');
});
