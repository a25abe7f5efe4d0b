import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { canRunDesktop } from './desktop';
import { runMain } from './main';
import { cache, output, repository } from './paths';
import { chosenRelease } from './releases';

/**
 * npm run test:host, test:faults and test:endurance: the suite in the folder of test that is named, inside the extension
 * host of a VS Code. A second word reaches the suite as its mode.
 */
async function main(): Promise<number> {
  const [suite = 'host', mode = ''] = process.argv.slice(2);
  const vscodeExecutablePath = (await canRunDesktop())
    ? await downloadAndUnzipVSCode({ version: chosenRelease().desktop, cachePath: cache })
    : join(__dirname, 'hostLauncher.mjs');
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: repository,
    extensionTestsPath: join(output, suite, 'index.js'),
    extensionTestsEnv: { KIRIM_SUITE_MODE: mode },
    launchArgs: ['--disable-extensions'],
  });
}

runMain(main);
