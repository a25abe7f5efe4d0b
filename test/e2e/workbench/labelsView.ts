import { expect, type Locator, type Page } from '@playwright/test';
import { containerIcon } from './containerIcon';

export const CONTAINER = 'Kirim Labels';

/** How long to look for what only shows while the pointer is over it, before the pointer goes there again. In milliseconds. */
const HOVER_MS = 3_000;

/** The Labels view in the side bar. */
export class LabelsView {
  /** The icon in the activity bar. */
  readonly icon: Locator;
  readonly sideBar: Locator;
  readonly rows: Locator;
  /** The text that is shown instead of rows, with its buttons. */
  readonly welcome: Locator;
  /** The line above the rows. */
  readonly message: Locator;

  constructor(private readonly page: Page) {
    this.icon = containerIcon(page, CONTAINER);
    this.sideBar = page.locator('.part.sidebar');
    this.rows = this.sideBar.getByRole('treeitem');
    this.welcome = this.sideBar.locator('.welcome-view-content');
    this.message = this.sideBar.locator('.tree-explorer-viewlet-tree-view > .message').first();
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
    return this.sideBar.locator('.composite.title h2, .pane-header:not(.hidden)[aria-label^="Labels"]').last();
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
    const { bar, button } = this.titleButton(name);
    await this.pressHovering(bar, button);
  }

  /** The same so many times at once, however busy the computer is. */
  async pressQuickly(name: string, times: number): Promise<void> {
    const { bar, button } = this.titleButton(name);
    await bar.hover();
    await button.evaluate((element: HTMLElement, count) => {
      for (let press = 0; press < count; press += 1) {
        element.click();
      }
    }, times);
  }

  /** Presses an action at the end of a row. */
  async pressInline(row: Locator, name: string): Promise<void> {
    await this.pressHovering(row, row.getByRole('button', { name }));
  }

  /** The tooltip of a row, with this text in it. */
  async readTooltip(row: Locator, text: string | RegExp): Promise<void> {
    await expect(async () => {
      // A pointer that rests asks for no tooltip where the row was drawn again meanwhile.
      await this.movePointerAway();
      await row.hover();
      const tooltip = this.page.locator('.monaco-hover').filter({ hasText: text });
      await expect(tooltip).toBeVisible({ timeout: HOVER_MS });
    }).toPass();
  }

  /** Chooses from the menu behind the view's three dots. */
  async chooseMore(entry: string): Promise<void> {
    // Again when the bar changes at this moment: VS Code looks at context keys a moment after the rows, and closes the menu.
    await expect(async () => {
      await this.closeMenu();
      await this.press('More Actions');
      await this.pointAt(entry);
    }).toPass();
    await this.pressEnterOn(entry);
  }

  /** Opens the context menu of a row; its entries are `menuItem(name)`. */
  async openContextMenu(row: Locator): Promise<void> {
    await this.movePointerAway();
    await row.click({ button: 'right', timeout: HOVER_MS });
    await expect(this.page.getByRole('menu')).toBeVisible({ timeout: HOVER_MS });
  }

  /** Its accessible name may have the keybinding at its end. */
  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name: new RegExp(`^${name}`) });
  }

  async chooseFromContextMenu(row: Locator, entry: string): Promise<void> {
    // Again when the rows change at this moment, which closes the menu.
    await expect(async () => {
      await this.closeMenu();
      await this.openContextMenu(row);
      await this.pointAt(entry);
    }).toPass();
    await this.pressEnterOn(entry);
  }

  /**
   * Presses what only shows while the pointer is over the place. Both again until it is pressed: where the view is drawn anew
   * in between, the button hides until the pointer moves, and would be waited for in vain.
   */
  private async pressHovering(place: Locator, button: Locator): Promise<void> {
    await expect(async () => {
      await this.movePointerAway();
      await place.hover({ timeout: HOVER_MS });
      await button.click({ timeout: HOVER_MS });
    }).toPass();
  }

  /** A button in the view's title bar, which only shows while the pointer is over the bar. */
  private titleButton(name: string): { readonly bar: Locator; readonly button: Locator } {
    // Alone in its container the view has no bar of its own.
    const bars = this.sideBar.locator('.composite.title, .pane-header:not(.hidden)[aria-label^="Labels"]');
    // By label, since VS Code 1.100 gives the three dots no role.
    return { bar: bars.last(), button: bars.locator(`a.action-label[aria-label*="${name}"]`).last() };
  }

  /** To the middle of the editor: the tooltip of the row where it rests may lie over another one, and stays until it moves. */
  private async movePointerAway(): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? { width: 0, height: 0 };
    await this.page.mouse.move((width * 2) / 3, height / 2);
  }

  /** One that was opened and did not take what was asked of it: it would cover everything else. */
  private async closeMenu(): Promise<void> {
    if (await this.page.getByRole('menu').first().isVisible()) {
      await this.page.keyboard.press('Escape');
    }
  }

  private async pointAt(entry: string): Promise<void> {
    const item = this.menuItem(entry);
    await item.hover({ timeout: HOVER_MS });
    await expect(item.locator('..')).toHaveClass(/focused/, { timeout: HOVER_MS });
  }

  private async pressEnterOn(entry: string): Promise<void> {
    // Not a click: a menu ignores those in its first moments, so that the one that opened it does not choose an entry.
    await this.page.keyboard.press('Enter');
    await expect(this.menuItem(entry)).toBeHidden();
  }
}
