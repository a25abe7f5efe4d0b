import { expect, type Locator } from '@playwright/test';
import type { Workbench } from './workbench';

const NAME = 'Recently Deleted';

/** The view below the labels. It starts collapsed, and is there only while there is something in it. */
export class RecentlyDeletedView {
  readonly header: Locator;
  private readonly pane: Locator;

  constructor({ page }: Workbench) {
    const header = page.locator(`.pane-header[aria-label^="${NAME}"]`);
    this.header = page.locator('.part.sidebar').locator(header);
    this.pane = page.locator('.part.sidebar .pane').filter({ has: header });
  }

  async expand(): Promise<void> {
    await this.setExpanded(true);
  }

  async collapse(): Promise<void> {
    await this.setExpanded(false);
  }

  /** A row by its accessible name. */
  row(name: string | RegExp): Locator {
    return this.pane.getByRole('treeitem', { name });
  }

  private async setExpanded(isExpanded: boolean): Promise<void> {
    await expect(this.header).toBeVisible();
    if ((await this.header.getAttribute('aria-expanded')) !== String(isExpanded)) {
      await this.header.click();
    }
    await expect(this.header).toHaveAttribute('aria-expanded', String(isExpanded));
  }
}
