import type { Page } from '@playwright/test';

/** Where VS Code shows what is ours. */
const PARTS = {
  'side bar': '.part.sidebar',
  dialog: '.monaco-dialog-box',
  'quick input': '.quick-input-widget',
  notifications: '.notifications-toasts',
};

/**
 * What assistive technology is told of what is on screen: each element's role, name and state. What differs from run to run is
 * replaced, and glyphs of icons are left out.
 *
 * @param isIn whether that part belongs to it.
 */
export async function accessibilityTree(page: Page, isIn: (part: string) => boolean): Promise<string> {
  const trees: string[] = [];
  for (const [name, selector] of Object.entries(PARTS).filter(([part]) => isIn(part))) {
    const part = page.locator(selector);
    if (await part.isVisible()) {
      trees.push(`# ${name}\n${await part.ariaSnapshot()}`);
    }
  }
  return `${trees.join('\n')}\n`
    .replaceAll(/\p{Private_Use} */gu, '')
    .replaceAll(/[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M/gu, 'Jan 31, 2026, 9:00 AM')
    .replaceAll(/\d+ s left/g, '60 s left')
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:80');
}
