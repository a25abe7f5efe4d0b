import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS } from '../vscode/browser';
import { output } from '../vscode/paths';

const browser = process.env['KIRIM_BROWSER'];

export default defineConfig({
  testDir: __dirname,
  outputDir: join(output, 'e2e'),
  // The same file on each system. `npm run test:e2e -- accessibility --update-snapshots` writes them anew.
  snapshotPathTemplate: '{testDir}/{testFileDir}/{arg}{ext}',
  // One VS Code with one page serves all tests of a worker: loading the workbench is what takes time.
  workers: 1,
  retries: 0,
  // Limits, not waits: what is waited for is there in a second or two, and on a machine that is busy with other things later.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['./summaryReporter.ts']],
  use: {
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      args: BROWSER_ARGUMENTS,
      ...(browser === undefined ? {} : { executablePath: browser }),
    },
  },
});
