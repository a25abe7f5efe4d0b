import { EMPTY_API_KEY, LABEL_COLORS, SAMPLE_API_KEY, SECOND_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { expect, test } from './fixtures';

test.describe('the Labels view', () => {
  test.beforeEach(async ({ workbench, kirim }) => {
    kirim.faults.clear();
    await workbench.labels.open();
  });

  for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'] as const) {
    test(`shows each color in ${theme}`, async ({ workbench, kirim }) => {
      const { labels } = workbench;
      // What other tests have left behind would push the second team out of sight.
      const organization = kirim.organization(SAMPLE_ORGANIZATION);
      for (const { id } of organization.labels().filter(({ name }) => /^(A[ab]|Uji) /.test(name))) {
        organization.removeLabel(id);
      }
      await workbench.useTheme(theme);
      await workbench.signIn(SAMPLE_API_KEY);
      await expect(labels.row(/^Team …/)).toHaveCount(2);
      await expect(labels.row(/^VIP, amber/)).toBeVisible();
      const colors = await labels.iconColors();
      expect(new Set(colors).size).toBeGreaterThanOrEqual(LABEL_COLORS.length - 2);
      await workbench.screenshot(`view-${theme.replaceAll(' ', '-').toLowerCase()}`);
      await workbench.useTheme('Light Modern');
    });
  }

  test('has no groups where there is one team', async ({ workbench }) => {
    await workbench.signIn(SECOND_API_KEY);
    await expect(workbench.labels.heading).toContainText('Toko Sinar Jaya');
    await expect(workbench.labels.rows).toHaveText(['Antar Sore', 'Lunas', 'Pesanan Baru', 'Utang', 'VIP']);
  });

  test('keeps the selection and the rows through a refresh', async ({ workbench, kirim }) => {
    const { labels } = workbench;
    await workbench.signIn(SECOND_API_KEY);
    await labels.row(/^Lunas, /).click();
    const gate = kirim.faults.hold({ path: '/labels' });
    await labels.press('Refresh Labels');
    await expect(labels.rows).toHaveCount(5);
    gate.open();
    kirim.organization('Toko Sinar Jaya').addLabel({ name: 'Aa baru' });
    await labels.press('Refresh Labels');
    await expect(labels.row(/^Aa baru, /)).toBeVisible();
    await expect(labels.row(/^Lunas, /)).toHaveAttribute('aria-selected', 'true');
  });

  test('makes one request of ten quick refreshes', async ({ workbench, kirim }) => {
    const { labels } = workbench;
    await workbench.signIn(SECOND_API_KEY);
    await expect(labels.row(/^Lunas, /)).toBeVisible();
    kirim.requests.clear();
    await labels.pressQuickly('Refresh Labels', 10);
    await expect.poll(() => kirim.requests.count({ path: '/labels', status: 200 })).toBe(1);
    // The name of the organization is asked for as well, once.
    await expect.poll(() => kirim.requests.all.map(({ path }) => path)).toEqual(['/labels', '/me']);
  });

  test('says that there are no labels', async ({ workbench }) => {
    await workbench.signIn(EMPTY_API_KEY);
    await expect(workbench.labels.welcome).toContainText('There are no labels here yet.');
    await expect(workbench.labels.welcomeButton('Refresh')).toBeVisible();
    await workbench.screenshot('welcome-empty');
  });

  const failures = [
    ['server', { kind: 'status', status: 500 }, 'something failed on KirimChat’s side'],
    ['forbidden', { kind: 'status', status: 403 }, 'does not allow it for this organization'],
    ['unreadable', { kind: 'html' }, 'the answer was not one of KirimChat’s'],
    ['rate-limited', { kind: 'rate_limited', retryAfter: '3600' }, 'KirimChat is asking for a break'],
  ] as const;
  for (const [name, fault, words] of failures) {
    test(`says why the labels could not be loaded: ${name}`, async ({ workbench, kirim }) => {
      const { labels } = workbench;
      const rule = kirim.faults.add({ match: { path: '/labels' }, times: Infinity, fault });
      await workbench.signIn(SECOND_API_KEY);
      await expect(labels.welcome).toContainText(words);
      await expect(workbench.toasts.all).toHaveCount(0);
      await workbench.screenshot(`welcome-${name}`);
      rule.remove();
      await labels.welcomeButton('Try Again').click();
      await expect(labels.rows).not.toHaveCount(0);
    });
  }

  test('writes a line per request into the log, without the key', async ({ workbench }) => {
    await workbench.signIn(SECOND_API_KEY);
    await expect(workbench.labels.row(/^Lunas, /)).toBeVisible();
    await workbench.runCommand('Kirim Labels: Show Log');
    const log = workbench.page.locator('.part.panel .view-lines');
    await expect(log).toContainText(/GET\s\/labels\?limit=100\s200\s\(\d+\sms,\sreq_\w+\)/);
    await expect(log).not.toContainText(SECOND_API_KEY.slice(9));
    await workbench.screenshot('log');
  });

  test('shows what the README says about each message', async ({ workbench }) => {
    await workbench.runCommand('Kirim Labels: If Something Does Not Work');
    const preview = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
    await expect(preview.getByRole('heading', { name: 'If something does not work' })).toBeInViewport();
    await workbench.screenshot('troubleshooting');
    // Tests after this one point at the editor, where a web page would be in the way.
    await workbench.runCommand('View: Close All Editors');
    await expect(preview.getByRole('heading').first()).toBeHidden();
  });
});
