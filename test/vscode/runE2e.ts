import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBrowser } from './browser';
import { startGuarded } from './guarded';
import { ensureCodeServer } from './installCodeServer';
import { runMain } from './main';
import { repository } from './paths';

/** npm run test:e2e, and with another `--config` npm run tour. Arguments go to Playwright: `npm run test:e2e -- signIn`. */
async function main(): Promise<number> {
  await ensureCodeServer();
  const browser = await ensureBrowser();
  const cli = createRequire(__filename).resolve('@playwright/test/cli');
  const config = join(repository, 'test/e2e/playwright.config.ts');
  const run = startGuarded(process.execPath, [cli, 'test', '--config', config, ...process.argv.slice(2)], {
    cwd: repository,
    env: { ...process.env, KIRIM_BROWSER: browser },
  });
  run.stdout.pipe(process.stdout);
  run.stderr.pipe(process.stderr);
  return run.ended;
}

runMain(main);
