import { expect, type Locator, type Page } from '@playwright/test';
import { containerIcon } from './containerIcon';

export const CONTAINER = 'Kirim Labels';

/** The Labels view in the side bar. */
export class LabelsView {
  /** The icon in the activity bar. */
  readonly icon: Locator;
  readonly sideBar: Locator;
  readonly rows: Locator;
  /** The text that is shown instead of rows, with its buttons. */
  readonly welcome: Locator;

  constructor(private readonly page: Page) {
    this.icon = containerIcon(page, CONTAINER);
    this.sideBar = page.locator('.part.sidebar');
    this.rows = this.sideBar.getByRole('treeitem');
    this.welcome = this.sideBar.locator('.welcome-view-content');
  }

  /** Shows the view, unless it is shown already: a second click on the icon would hide it. */
  async open(): Promise<void> {
    const title = this.title.filter({ hasText: CONTAINER });
    // Again when it got hidden: a window that has just loaded may show the view by itself at the moment of the click.
    await expect(async () => {
      if (!(await title.isVisible())) {
        await this.icon.click();
      }
      await expect(title).toBeVisible({ timeout: 2_000 });
    }).toPass();
    // Off the icon, whose tooltip covers the rows.
    await this.page.locator('.part.editor').hover();
  }

  /** Where the organization is named: in the view's own header or, where it is alone, in that of the container. */
  get heading(): Locator {
    return this.sideBar.locator('.composite.title h2, .pane-header[aria-label^="Labels"]').last();
  }

  get title(): Locator {
    return this.sideBar.locator('.composite.title h2');
  }

  /** A row by its accessible name. */
  row(name: string | RegExp): Locator {
    return this.sideBar.getByRole('treeitem', { name });
  }

  /** The row that has the focus, which a ring is drawn around. */
  get focused(): Locator {
    return this.sideBar.locator('.monaco-list-row.focused');
  }

  /** The rows that are selected. */
  get selected(): Locator {
    return this.sideBar.locator('.monaco-list-row.selected');
  }

  /** Presses the arrow in front of a group, which collapses or expands it. */
  async toggleGroup(group: Locator): Promise<void> {
    await group.locator('.monaco-tl-twistie').click();
  }

  /** Lets VS Code's own search of the tree hide all rows but those that it finds. The tree has the focus before and after. */
  async filter(text: string): Promise<void> {
    await this.page.keyboard.press('F3');
    const search = this.sideBar.locator('.monaco-tree-type-filter');
    const field = search.locator('input');
    await expect(field).toBeFocused();
    const mode = search.getByRole('checkbox', { name: 'Filter' });
    if ((await mode.getAttribute('aria-checked')) !== 'true') {
      await mode.click();
    }
    await field.fill(text);
    await field.press('ArrowDown');
    await expect(field).not.toBeFocused();
  }

  /** Selects several rows, by their accessible names. */
  async select(...names: readonly string[]): Promise<void> {
    for (const [index, name] of names.entries()) {
      await this.row(name).click({ modifiers: index === 0 ? [] : ['ControlOrMeta'] });
    }
  }

  /** The color of each icon on screen, as CSS writes it. */
  iconColors(): Promise<string[]> {
    return this.rows
      .locator('.custom-view-tree-node-item-icon.codicon-tag')
      .evaluateAll((icons) => icons.map((icon) => getComputedStyle(icon).color));
  }

  welcomeButton(name: string): Locator {
    return this.welcome.getByRole('button', { name, exact: true });
  }

  /** Presses a button in the view's title bar. */
  async press(name: string): Promise<void> {
    // Alone in its container the view has no bar of its own; else its buttons only show while the pointer is there.
    const bars = this.sideBar.locator('.composite.title, .pane-header[aria-label^="Labels"]');
    // By label, since VS Code 1.100 gives the three dots no role.
    const button = bars.locator(`a.action-label[aria-label*="${name}"]`).last();
    // Again when the buttons move to the view's own bar at this moment.
    await expect(async () => {
      await bars.last().hover();
      await expect(button).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await button.click();
  }

  /** Chooses from the menu behind the view's three dots. */
  async chooseMore(entry: string): Promise<void> {
    // Again when the bar changes at this moment: VS Code looks at context keys a moment after the rows, and closes the menu.
    await expect(async () => {
      await this.press('More Actions');
      await this.pointAt(entry, 2_000);
    }).toPass();
    await this.pressEnterOn(entry);
  }

  /** Opens the context menu of a row; its entries are `menuItem(name)`. */
  async openContextMenu(row: Locator): Promise<void> {
    await row.click({ button: 'right' });
    await expect(this.page.getByRole('menu')).toBeVisible();
  }

  /** Its accessible name may have the keybinding at its end. */
  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name: new RegExp(`^${name}`) });
  }

  async chooseFromContextMenu(row: Locator, entry: string): Promise<void> {
    await this.openContextMenu(row);
    await this.pointAt(entry);
    await this.pressEnterOn(entry);
  }

  private async pointAt(entry: string, timeout?: number): Promise<void> {
    const item = this.menuItem(entry);
    await item.hover(timeout === undefined ? {} : { timeout });
    await expect(item.locator('..')).toHaveClass(/focused/, timeout === undefined ? {} : { timeout });
  }

  private async pressEnterOn(entry: string): Promise<void> {
    // Not a click: a menu ignores those in its first moments, so that the one that opened it does not choose an entry.
    await this.page.keyboard.press('Enter');
    await expect(this.menuItem(entry)).toBeHidden();
  }
}
