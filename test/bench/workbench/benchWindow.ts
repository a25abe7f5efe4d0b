import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { containerIcon } from '../../e2e/workbench/containerIcon';
import { Workbench } from '../../e2e/workbench/workbench';
import { BROWSER_ARGUMENTS, ensureBrowser } from '../../vscode/browser';
import { startCodeServer, type CodeServer } from '../../vscode/codeServer';
import { vsix } from '../../vscode/paths';
import { BARE_LIST, packageExtensions } from './extensions';
import { HostLink } from './hostLink';
import type { TimedKirim } from './timedKirim';

interface WindowOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether our extension is installed; it is unless told. */
  readonly isInstalled?: boolean;
}

/** A window of a real VS Code with the packaged extension, and with the benchmark's own beside it. */
export class BenchWindow {
  #workbench: Workbench | undefined;
  #windows = 0;

  private constructor(
    readonly host: HostLink,
    private readonly server: CodeServer,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    private readonly folder: string,
  ) {}

  static async open({ settings = {}, env = {}, isInstalled = true }: WindowOptions = {}): Promise<BenchWindow> {
    const folder = await mkdtemp(join(tmpdir(), 'kirim-bench-'));
    const host = await HostLink.open();
    const server = await startCodeServer({
      vsix: [...(isInstalled ? [vsix] : []), ...(await packageExtensions(folder))],
      settings,
      env: { ...env, KIRIM_BENCH_PORT: String(host.port) },
    });
    const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_ARGUMENTS });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    // What tsx makes of functions calls this, and the page gets some of them.
    await context.addInitScript('globalThis.__name = (named) => named');
    const window = new BenchWindow(host, server, browser, context, folder);
    await window.renew();
    return window;
  }

  /** One that is signed in to that KirimChat, with the Labels view open; the benchmark's own extensions list the same labels. */
  static async signedIn(kirim: TimedKirim, settings: WindowOptions['settings'] = {}): Promise<BenchWindow> {
    const window = await BenchWindow.open({
      settings: { 'kirimLabels.apiBaseUrl': kirim.baseUrl, ...settings },
      env: { KIRIM_BENCH_LIST: JSON.stringify({ url: kirim.listUrl, apiKey: kirim.apiKey }) },
    });
    await window.workbench.labels.open();
    await window.workbench.signIn(kirim.apiKey);
    return window;
  }

  get workbench(): Workbench {
    if (!this.#workbench) {
      throw new Error('There is no window');
    }
    return this.#workbench;
  }

  get page(): Page {
    return this.workbench.page;
  }

  /**
   * Another window with another extension host, in a folder that was never open: so no view is shown again that was shown
   * before. Who was signed in still is. Resolves when what starts with VS Code has started.
   *
   * @returns how long it took until the extensions of VS Code's start had started, in milliseconds.
   */
  async renew(): Promise<number> {
    await this.#workbench?.page.close();
    const folder = join(this.folder, `workspace-${(this.#windows += 1)}`);
    await mkdir(folder);
    const connected = this.host.next();
    const start = performance.now();
    this.#workbench = await Workbench.open(
      this.context,
      this.server,
      `folder=${encodeURIComponent(folder)}`,
      BARE_LIST,
    );
    await connected;
    const ms = performance.now() - start;
    await this.host.call('quiet');
    return ms;
  }

  /** The icon of a view container in the activity bar. */
  icon(title: string): Locator {
    return containerIcon(this.page, title);
  }

  /** Shows a view container, unless it is shown already: a second click on its icon would hide it. */
  async show(title: string): Promise<void> {
    const heading = this.page.locator('.part.sidebar .composite.title h2').filter({ hasText: title });
    if (!(await heading.isVisible())) {
      await this.icon(title).click();
      await heading.waitFor();
    }
  }

  async close(): Promise<void> {
    this.host.close();
    await this.browser.close();
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
