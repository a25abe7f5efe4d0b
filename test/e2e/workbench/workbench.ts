import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { CodeServer } from '../../vscode/codeServer';
import { output } from '../../vscode/paths';
import { containerIcon } from './containerIcon';
import { CONTAINER, LabelsView } from './labelsView';
import { Modal } from './modal';
import { QuickInput } from './quickInput';
import { Toasts } from './toasts';

const LOAD_TIMEOUT_MS = 60_000;

/** The color themes that screenshots are made in, with the class that each puts on the workbench. */
const THEMES = {
  'Light Modern': 'light_modern',
  'Dark Modern': 'dark_modern',
  'Dark High Contrast': 'hc_black',
  'Light High Contrast': 'hc_light',
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
    private readonly container: string,
  ) {
    this.labels = new LabelsView(page);
    this.modal = new Modal(page);
    this.quickInput = new QuickInput(page);
    this.toasts = new Toasts(page);
  }

  /**
   * Opens a window. Two windows of one context share settings and secrets, as two desktop windows do.
   *
   * @param query what is opened in it, as VS Code's addresses say it: `folder=…`. The server's empty folder if left out.
   * @param container the view container of an extension: when its icon is there, the extensions are known.
   */
  static async open(
    context: BrowserContext,
    server: CodeServer,
    query?: string,
    container = CONTAINER,
  ): Promise<Workbench> {
    const workbench = new Workbench(await context.newPage(), server, container);
    await workbench.page.goto(query === undefined ? server.url : `http://${server.host}/?${query}`);
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
    await expect(async () => {
      await this.page.keyboard.press('F1');
      await expect(this.quickInput.field).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await this.quickInput.fill(`>${title}`);
    await this.quickInput.choose(title);
  }

  /** Signs in with a key, whoever is signed in now, and waits until that is done. */
  async signIn(apiKey: string): Promise<void> {
    await this.signOut();
    await this.labels.welcomeButton('Sign In').click();
    await this.quickInput.submit(apiKey);
    await expect(this.quickInput.box).toBeHidden();
  }

  async signOut(): Promise<void> {
    await this.runCommand('Kirim Labels: Sign Out');
    await expect(this.labels.welcomeButton('Sign In').or(this.labels.welcomeButton('Open Setting'))).toBeVisible();
  }

  /** The status bar entry with this text. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item').filter({ hasText: text });
  }

  /** Changes a setting that is a text or a number, in the settings editor, as a person would. */
  async changeSetting(id: string, value: string | number): Promise<void> {
    await this.runCommand('Preferences: Open Settings (UI)');
    const editor = this.page.locator('.settings-editor');
    await expect(editor.locator('.monaco-editor.focused, .native-edit-context:focus').first()).toBeAttached();
    // Whatever was searched for before may be there still, and is not always selected.
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(`@id:${id}`);
    await editor.locator(`input[aria-label="${id}"]`).fill(String(value));
    // VS Code writes it when typing has come to an end; a default is taken out of the file.
    await expect
      .poll(async () => (JSON.parse(await readFile(this.server.settings, 'utf8')) as Record<string, unknown>)[id])
      .toBe(typeof value === 'number' && value === 0 ? undefined : value);
    // The settings editor is a dialog, which takes no commands, or in older versions a tab, which takes no Escape.
    const isTab = (await this.page.locator('.part.editor:not(.modal-editor-part) .settings-editor').count()) > 0;
    await expect(async () => {
      await (isTab ? this.runCommand('View: Close Editor') : this.page.keyboard.press('Escape'));
      await expect(editor).toBeHidden({ timeout: 1_000 });
    }).toPass({ timeout: 10_000 });
  }

  /** Answers the dialog that asks for a file to write, as soon as it has proposed one with that name. */
  async saveAs(file: string, proposed: string): Promise<void> {
    const { field, box } = this.quickInput;
    await expect(field).toHaveValue(new RegExp(`/${proposed}$`));
    // Again where it was still reading a folder, and then put its own proposal back.
    await expect(async () => {
      await this.quickInput.fill(file);
      await expect(field).toHaveValue(file);
      await field.press('Enter');
      await expect(box).toBeHidden({ timeout: 2_000 });
    }).toPass();
  }

  async useTheme(theme: keyof typeof THEMES): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.fill(theme);
    await this.quickInput.choose(theme);
    await expect(this.page.locator('.monaco-workbench')).toHaveClass(new RegExp(THEMES[theme]));
  }

  /** Drags the edge of the side bar. */
  async resizeSideBar(width: number): Promise<void> {
    const box = await this.labels.sideBar.boundingBox();
    const { x, y, height, width: before } = box ?? { x: 0, y: 0, height: 0, width: 0 };
    await this.page.mouse.move(x + before, y + height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width, y + height / 2, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Writes out/screenshots/NAME.png. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(output, 'screenshots', `${name}.png`) });
  }

  private async loaded(): Promise<void> {
    await expect(containerIcon(this.page, this.container)).toBeVisible({ timeout: LOAD_TIMEOUT_MS });
  }
}
