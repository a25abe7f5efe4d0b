import { expect, type Locator, type Page } from '@playwright/test';

/** How long to look for a button before it is looked for where VS Code keeps what it no longer shows. In milliseconds. */
const LOOK_MS = 3_000;

/** The notifications in the lower right corner. */
export class Toasts {
  readonly all: Locator;
  /** The list of all of them, behind the bell in the status bar. */
  private readonly center: Locator;
  private readonly bell: Locator;

  constructor(private readonly page: Page) {
    this.all = page.locator('.notification-toast');
    this.center = page.locator('.notifications-center');
    this.bell = page.locator('[id="status.notifications"] a');
  }

  /** The notification with this text, as a toast or, while that is open, in the list of all. */
  withText(text: string | RegExp): Locator {
    return this.all
      .or(this.center.locator('.monaco-list-row'))
      .filter({ has: this.page.locator('.notification-list-item-message', { hasText: text }) });
  }

  button(notification: Locator, name: string): Locator {
    return notification.locator('.notification-list-item-buttons-container').getByRole('button', { name, exact: true });
  }

  async press(notification: Locator, name: string): Promise<void> {
    await this.reach(notification, (newest) => this.button(newest, name).click({ timeout: LOOK_MS }));
  }

  async dismiss(notification: Locator): Promise<void> {
    await this.reach(notification, async (newest) => {
      // The cross only shows while the pointer is there.
      await newest.hover({ timeout: LOOK_MS });
      await newest.getByRole('button', { name: /^Clear Notification/ }).click({ timeout: LOOK_MS });
    });
    await expect(notification).toBeHidden();
  }

  /** Does something with a notification. VS Code shows it for ten seconds, which may be over, and then has it in the list. */
  private async reach(notification: Locator, act: (newest: Locator) => Promise<void>): Promise<void> {
    const newest = notification.first();
    await expect(async () => {
      await newest.waitFor({ timeout: LOOK_MS }).catch(() => this.bell.click());
      await act(newest);
    }).toPass();
    // While the list is open no other notification comes up.
    await expect(async () => {
      if (await this.center.isVisible()) {
        await this.bell.click();
      }
      await expect(this.center).toBeHidden({ timeout: 1_000 });
    }).toPass();
  }
}
