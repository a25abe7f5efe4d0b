import { expect, type Locator, type Page } from '@playwright/test';

/** The box at the top: command palette, pick list, or one field to fill in. */
export class QuickInput {
  readonly box: Locator;
  readonly title: Locator;
  readonly field: Locator;
  /** What the box says below its field: the prompt, or why the value is refused. */
  readonly message: Locator;
  readonly rows: Locator;

  constructor(private readonly page: Page) {
    this.box = page.locator('.quick-input-widget');
    this.title = this.box.locator('.quick-input-title');
    this.field = this.box.locator('.quick-input-filter input');
    this.message = this.box.locator('.quick-input-message');
    this.rows = this.box.locator('.quick-input-list .monaco-list-row');
  }

  /** Fills the field in. The box takes keys only once its field has the focus. */
  async fill(value: string): Promise<void> {
    await expect(this.field).toBeFocused();
    await this.field.fill(value);
  }

  /** Fills the field in and confirms it. */
  async submit(value: string): Promise<void> {
    await this.fill(value);
    await this.field.press('Enter');
  }

  /** Chooses the row with this label. */
  async choose(label: string): Promise<void> {
    // The whole label: the parts of it that fit what was typed are elements of their own.
    const whole = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
    await this.rows.filter({ has: this.page.locator('.label-name', { hasText: whole }) }).click();
  }

  async cancel(): Promise<void> {
    // Before it has the focus, the box is still being opened, and takes no Escape.
    await expect(this.field).toBeFocused();
    await this.field.press('Escape');
    await expect(this.box).toBeHidden();
  }
}
