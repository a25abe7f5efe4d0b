import type { Locator, Page } from '@playwright/test';

/** The icon in the activity bar of the view container with this title. */
export function containerIcon(page: Page, title: string): Locator {
  return page.locator(`.part.activitybar a.action-label[aria-label="${title}"]`);
}
