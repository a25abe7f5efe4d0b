import { expect, type Locator, type Page } from '@playwright/test';

/** The modal dialog. */
export class Modal {
  readonly box: Locator;
  readonly message: Locator;
  readonly detail: Locator;
  /** All buttons, from left to right. */
  readonly buttons: Locator;

  constructor(page: Page) {
    this.box = page.locator('.monaco-dialog-box');
    this.message = this.box.locator('.dialog-message-text');
    this.detail = this.box.locator('.dialog-message-detail');
    this.buttons = this.box.locator('.dialog-buttons .monaco-button');
  }

  /** Presses a button, and waits until the dialog is gone. */
  async press(button: string): Promise<void> {
    await this.pressAndGoOn(button);
    await expect(this.box).toBeHidden();
  }

  /** Presses a button after which another dialog may come at once. */
  async pressAndGoOn(button: string): Promise<void> {
    await this.box.getByRole('button', { name: button, exact: true }).click();
  }
}
