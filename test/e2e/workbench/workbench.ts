import { join } from 'node:path';
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { CodeServer } from '../../vscode/codeServer';
import { output } from '../../vscode/paths';
import type { Settings } from '../../vscode/settings';
import { LabelsView } from './labelsView';
import { Modal } from './modal';
import { QuickInput } from './quickInput';
import { Toasts } from './toasts';

const LOAD_TIMEOUT_MS = 60_000;

/** The colour themes that screenshots are made in, with the class that each puts on the workbench. */
const THEMES = {
  'Default Light Modern': 'light_modern',
  'Default Dark Modern': 'dark_modern',
  'Default High Contrast': 'hc_black',
} as const;

/** One window of VS Code, in the words of the person in front of it. */
export class Workbench {
  readonly labels: LabelsView;
  readonly modal: Modal;
  readonly quickInput: QuickInput;
  readonly toasts: Toasts;

  private constructor(
    readonly page: Page,
    private readonly server: CodeServer,
  ) {
    this.labels = new LabelsView(page);
    this.modal = new Modal(page);
    this.quickInput = new QuickInput(page);
    this.toasts = new Toasts(page);
  }

  /** Opens a window. Two windows of one context share settings and secrets, as two desktop windows do. */
  static async open(context: BrowserContext, server: CodeServer): Promise<Workbench> {
    const workbench = new Workbench(await context.newPage(), server);
    await workbench.page.goto(server.url);
    await workbench.loaded();
    return workbench;
  }

  /** A second window beside this one. Close it with `page.close()`. */
  openSecondWindow(): Promise<Workbench> {
    return Workbench.open(this.page.context(), this.server);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.loaded();
  }

  /** Runs a command by its title, such as 'Kirim Labels: Sign In', from the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.fill(`>${title}`);
    await this.quickInput.choose(title);
  }

  /** The status bar entry with this text. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item').filter({ hasText: text });
  }

  /** Writes to the user's settings.json, which VS Code watches. An undefined value removes a setting. */
  changeSettings(changes: Settings): Promise<void> {
    return this.server.changeSettings(changes);
  }

  async useTheme(theme: keyof typeof THEMES): Promise<void> {
    await this.changeSettings({ 'workbench.colorTheme': theme });
    await expect(this.page.locator('.monaco-workbench')).toHaveClass(new RegExp(THEMES[theme]));
  }

  /** Writes out/screenshots/NAME.png. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(output, 'screenshots', `${name}.png`) });
  }

  private async loaded(): Promise<void> {
    // The icon of a contributed view container appears when the extensions are known.
    await expect(this.labels.icon).toBeVisible({ timeout: LOAD_TIMEOUT_MS });
  }
}
