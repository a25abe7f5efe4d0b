import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { canRunDesktop } from './desktop';
import { runMain } from './main';
import { cache, output, repository } from './paths';
import { chosenRelease } from './releases';

/** npm run test:host: the suite in test/host inside the extension host of a VS Code. */
async function main(): Promise<number> {
  const vscodeExecutablePath = (await canRunDesktop())
    ? await downloadAndUnzipVSCode({ version: chosenRelease().desktop, cachePath: cache })
    : join(__dirname, 'hostLauncher.mjs');
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: repository,
    extensionTestsPath: join(output, 'host/index.js'),
    launchArgs: ['--disable-extensions'],
  });
}

runMain(main);
