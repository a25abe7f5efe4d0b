import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { BROWSER_ARGUMENTS, ensureBrowser } from './browser';
import { startCodeServer, type CodeServer } from './codeServer';
import { openHostConsole } from './hostConsole';
import { runMain } from './main';
import { output } from './paths';

/** Longer than a workbench needs to load, and than mocha gives a test. */
const SILENCE_MS = 120_000;
const SCREENSHOT = join(output, 'host-failure.png');

/** Runs the suite of --extensionTestsPath in the extension host of a code-server; resolves with its exit code. */
async function main(): Promise<number> {
  const executablePath = await ensureBrowser();
  const hostConsole = await openHostConsole();
  const server = await startCodeServer({
    testDriver: true,
    env: { KIRIM_HOST_CONSOLE_PORT: String(hostConsole.port) },
  });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  try {
    const exit = exitOf(page);
    await page.goto(testUrl(server));
    const code = await Promise.race([exit, lossOf(page), endOf(server), hostConsole.silence(SILENCE_MS)]);
    await hostConsole.close();
    if (!hostConsole.heard()) {
      throw new Error('The suite could not be loaded.');
    }
    return code;
  } catch (error) {
    await page.screenshot({ path: SCREENSHOT }).catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    console.error([server.log(), ...complaints, reason, `What VS Code showed: ${SCREENSHOT}`].join('\n'));
    return 1;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** What VS Code reports as errors, collected while it runs. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  return complaints;
}

/** VS Code calls this function of the page, when there is one, with the exit code of the suite. */
async function exitOf(page: Page): Promise<number> {
  return new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
}

/** Rejects when the page is gone: a crash, or a signal, on which Playwright closes the browser. */
function lossOf(page: Page): Promise<never> {
  return new Promise((_resolve, reject) => {
    const lost = () => {
      reject(new Error('The browser was closed.'));
    };
    page.on('crash', lost).on('close', lost);
  });
}

async function endOf(server: CodeServer): Promise<never> {
  throw new Error(`The server ended with code ${await server.ended}.`);
}

function testUrl({ host, url }: CodeServer): string {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { extensionDevelopmentPath: option, extensionTestsPath: option },
    // The other arguments are for desktop VS Code.
    strict: false,
  });
  const payload = Object.entries(values)
    .filter(([name]) => /^extension(DevelopmentPath|TestsPath)$/.test(name))
    .map(([name, path]) => [name, `vscode-remote://${host}${String(path)}`]);
  return `${url}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

runMain(main);
