import { REVOKED_API_KEY, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { expect, test } from './fixtures';

test.describe('signing in', () => {
  test.beforeEach(async ({ workbench, kirim }) => {
    kirim.faults.clear();
    kirim.requests.clear();
    await workbench.labels.open();
    await workbench.signOut();
    await expect(workbench.labels.welcomeButton('Sign In')).toBeVisible();
  });

  test('the box hides the key, stays when focus is lost, and says what is wrong with a key', async ({ workbench }) => {
    const { labels, quickInput } = workbench;
    await labels.welcomeButton('Sign In').click();
    await expect(quickInput.field).toHaveAttribute('type', 'password');
    await expect(quickInput.message).toContainText('Developers → API Keys');
    await labels.title.click();
    await expect(quickInput.field).toBeVisible();
    await quickInput.field.focus();

    await quickInput.submit('kc_live_0123456789');
    await expect(quickInput.message).toContainText('older API');
    await workbench.screenshot('sign-in-refused');
    await quickInput.submit(REVOKED_API_KEY);
    await expect(quickInput.message).toContainText('rejected this API key');
    await quickInput.submit(SAMPLE_API_KEY);

    await expect(quickInput.box).toBeHidden();
    await expect(labels.heading).toContainText('Acme');
    await expect(workbench.statusBarItem('Signed in to Acme.')).toBeVisible();
    await expect(labels.row(/^VIP, /)).toBeVisible();
  });

  test('without a network nothing is stored, and Retry goes on with the same key', async ({ workbench, kirim }) => {
    const { labels, quickInput, toasts } = workbench;
    const outage = kirim.faults.add({ match: { path: '/me' }, times: Infinity, fault: { kind: 'cut' } });
    await labels.welcomeButton('Sign In').click();
    await quickInput.submit(SAMPLE_API_KEY);
    const toast = toasts.withText('You are not signed in yet: the API key could not be checked.');
    await expect(toast).toContainText('The connection to KirimChat broke off.', { timeout: 30_000 });
    await expect(labels.welcomeButton('Sign In')).toBeVisible();
    await workbench.screenshot('sign-in-no-network');
    outage.remove();
    await toasts.press(toast, 'Retry');
    await expect(labels.row(/^VIP, /)).toBeVisible();
  });

  test('the key survives a reload of the window', async ({ workbench }) => {
    await workbench.signIn(SAMPLE_API_KEY);
    // The rows come after the key is kept.
    await expect(workbench.labels.row(/^VIP, /)).toBeVisible();
    await workbench.reload();
    await workbench.labels.open();
    await expect(workbench.labels.heading).toContainText('Acme');
    await expect(workbench.labels.row(/^VIP, /)).toBeVisible();
  });

  test('a key that is rejected later is kept; the view offers to sign in again and nothing opens by itself', async ({
    workbench,
    kirim,
  }) => {
    const { labels, quickInput, toasts } = workbench;
    await workbench.signIn(SAMPLE_API_KEY);
    await expect(labels.row(/^VIP, /)).toBeVisible();
    const rejection = kirim.faults.add({
      match: { path: '/labels' },
      times: Infinity,
      fault: { kind: 'status', status: 401 },
    });
    await labels.press('Refresh Labels');
    await expect(labels.sideBar).toContainText('KirimChat rejected the API key. Sign in again to go on.');
    await expect(labels.row(/^VIP, /)).toBeVisible();
    await workbench.screenshot('rejected-with-rows');
    await workbench.reload();
    await labels.open();
    await expect(labels.welcome).toContainText('KirimChat rejected the stored API key.');
    await expect(toasts.all).toHaveCount(0);
    await expect(quickInput.box).toBeHidden();
    await workbench.screenshot('welcome-rejected');
    rejection.remove();
    await labels.welcomeButton('Sign In Again').click();
    await quickInput.submit(SAMPLE_API_KEY);
    await expect(labels.row(/^VIP, /)).toBeVisible();
  });

  test('a key is not sent to another origin, and is found again for its own', async ({ workbench, api }) => {
    const { labels } = workbench;
    await workbench.signIn(SAMPLE_API_KEY);
    await expect(labels.heading).toContainText(SAMPLE_ORGANIZATION);
    await workbench.changeSetting('kirimLabels.apiBaseUrl', `http://localhost:${api.port}/v1`);
    await expect(labels.welcomeButton('Sign In')).toBeVisible();
    await workbench.changeSetting('kirimLabels.apiBaseUrl', 'http://example.com/v1');
    await expect(labels.welcomeButton('Open Setting')).toBeVisible();
    await workbench.screenshot('welcome-invalid-base-url');
    await workbench.changeSetting('kirimLabels.apiBaseUrl', api.baseUrl);
    await expect(labels.heading).toContainText(SAMPLE_ORGANIZATION);
  });
});
