import { SAMPLE_API_KEY } from '../../kirim';
import { expect, test } from '../fixtures';
import { Keyring } from '../workbench/keyring';
import { Workbench } from '../workbench/workbench';

test('a keyring that is locked is said as what it is, a key works for this window, and nothing is forgotten', async ({
  browser,
  server,
  kirim,
}) => {
  kirim.faults.clear();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await Keyring.prepare(context);
  const workbench = await Workbench.open(context, server);
  const { labels, quickInput, toasts } = workbench;
  const keyring = Keyring.of(workbench.page);
  await labels.open();
  await workbench.signIn(SAMPLE_API_KEY);
  await expect(labels.row(/^VIP, /)).toBeVisible();

  await keyring.lock();
  await workbench.reload();
  await labels.open();
  await expect(labels.welcome).toContainText('VS Code’s secret storage could not be read');
  await expect(labels.welcome.getByText('how to fix it')).toBeVisible();
  await expect(toasts.all.filter({ hasText: 'Kirim' })).toHaveCount(0);
  await workbench.screenshot('welcome-secrets-failed');
  await labels.welcomeButton('Try Again').click();
  await expect(labels.welcome).toContainText('VS Code’s secret storage could not be read');

  await workbench.runCommand('Kirim Labels: Sign In');
  await quickInput.submit(SAMPLE_API_KEY);
  const toast = toasts.withText('Signed in to Acme, but for this window only: the API key could not be kept.');
  await expect(toast).toContainText('The keyring of this computer may be locked or missing.');
  await expect(toasts.button(toast, 'How to Fix')).toBeVisible();
  await expect(labels.row(/^VIP, /)).toBeVisible();
  await workbench.screenshot('signed-in-for-this-window');

  await keyring.unlock();
  await workbench.reload();
  await labels.open();
  await expect(labels.row(/^VIP, /)).toBeVisible();
  await context.close();
});
