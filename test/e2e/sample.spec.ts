import type { Request } from '@playwright/test';
import { SAMPLE_API_KEY } from '../kirim';
import { expect, webTest } from './fixtures';
import { RecentlyDeletedView } from './workbench/recentlyDeletedView';

const test = webTest();

test('sample data is explored from the welcome text, without any request', async ({ workbench, server, api }) => {
  const { labels, modal, page, quickInput, toasts } = workbench;
  const recentlyDeleted = new RecentlyDeletedView(workbench);
  const vip = labels.row(/^VIP, /);
  await labels.open();
  await expect(labels.welcomeButton('Sign In')).toBeVisible();
  await workbench.screenshot('sample-welcome');
  const hosts: string[] = [];
  page.context().on('request', (request: Request) => {
    const { protocol, host } = new URL(request.url());
    // VS Code itself asks its own server for files.
    if (protocol.startsWith('http') && host !== server.host) {
      hosts.push(host);
    }
  });

  await test.step('opens it, deletes a label, and creates it again', async () => {
    await labels.welcomeButton('Explore Sample Data').click();
    await expect(labels.heading).toContainText('Sample organization');
    await expect(toasts.withText('Sample organization has sample data, in this window only')).toBeVisible();
    await labels.chooseFromContextMenu(vip, 'Delete Label');
    await expect(modal.message).toHaveText('Delete label “VIP” from Sample organization?');
    await expect(modal.detail).toContainText('Sample data: nothing is sent to KirimChat');
    await workbench.screenshot('sample-delete');
    await modal.press('Delete Label');
    await expect(toasts.withText('Sample organization: Deleted label “VIP”.')).toBeVisible();
    await expect(vip).toBeHidden();
    await recentlyDeleted.expand();
    await workbench.screenshot('sample-deleted');
    await labels.chooseFromContextMenu(recentlyDeleted.row(/^VIP, amber, deleted /), 'Create Again');
    await modal.press('Create Label');
    await expect(vip).toBeVisible();
  });

  await test.step('closes it', async () => {
    await labels.chooseMore('Close Sample Data');
    await expect(labels.welcomeButton('Sign In')).toBeVisible();
    await expect(recentlyDeleted.header).toBeHidden();
    expect(hosts).toEqual([]);
  });

  await test.step('requests would have been seen', async () => {
    await labels.welcomeButton('Sign In').click();
    await quickInput.submit(SAMPLE_API_KEY);
    await expect(vip).toBeVisible();
    expect(new Set(hosts)).toEqual(new Set([`127.0.0.1:${api.port}`]));
  });
});
