import { expect, type Locator, type Page } from '@playwright/test';

/** The notifications in the lower right corner. */
export class Toasts {
  readonly all: Locator;

  constructor(private readonly page: Page) {
    this.all = page.locator('.notification-toast');
  }

  /** The notification with this text. */
  withText(text: string | RegExp): Locator {
    return this.all.filter({ has: this.page.locator('.notification-list-item-message', { hasText: text }) });
  }

  button(toast: Locator, name: string): Locator {
    return toast.locator('.notification-list-item-buttons-container').getByRole('button', { name, exact: true });
  }

  async dismiss(toast: Locator): Promise<void> {
    await toast.hover();
    await toast.getByRole('button', { name: /^Clear Notification/ }).click();
    await expect(toast).toBeHidden();
  }
}
