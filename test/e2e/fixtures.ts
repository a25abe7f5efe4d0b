import { test as base } from '@playwright/test';
import { addSample, Kirim, listen, type Listening } from '../kirim';
import { startCodeServer, type CodeServer } from '../vscode/codeServer';
import { vsix } from '../vscode/paths';
import { Workbench } from './workbench/workbench';

interface WorkerFixtures {
  /** The stand-in API with its sample organizations. */
  readonly kirim: Kirim;
  /** Where that API listens. */
  readonly api: Listening;
  /** A VS Code with the packaged extension, which talks to that API. */
  readonly server: CodeServer;
  /** The window that the tests share. */
  readonly workbench: Workbench;
}

const START_TIMEOUT_MS = 120_000;

/** All fixtures are a worker's: starting them takes seconds. Playwright starts a new worker after a test that failed. */
export const test = base.extend<object, WorkerFixtures>({
  kirim: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures this one needs.
    async ({}, use) => {
      const kirim = new Kirim();
      addSample(kirim);
      await use(kirim);
    },
    { scope: 'worker' },
  ],
  api: [
    async ({ kirim }, use) => {
      const api = await listen(kirim);
      await use(api);
      await api.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ api }, use) => {
      const server = await startCodeServer({ vsix, settings: { 'kirimLabels.apiBaseUrl': api.baseUrl } });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],
  workbench: [
    async ({ browser, server }, use) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await use(await Workbench.open(context, server));
      await context.close();
    },
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],
});

/**
 * With the extension in VS Code’s web extension host, as on vscode.dev: a worker of the browser, where its requests can be seen.
 * Each call has a VS Code of its own.
 */
export function webTest() {
  return test.extend<object, Pick<WorkerFixtures, 'server'>>({
    server: [
      async ({ api, kirim }, use) => {
        kirim.variations.cors = true;
        const settings = {
          'kirimLabels.apiBaseUrl': api.baseUrl,
          'remote.extensionKind': { 'kirim-labels.kirim-labels': ['web'] },
        };
        const server = await startCodeServer({ vsix, settings });
        await use(server);
        await server.stop();
      },
      { scope: 'worker', timeout: START_TIMEOUT_MS },
    ],
  });
}

export { expect } from '@playwright/test';
