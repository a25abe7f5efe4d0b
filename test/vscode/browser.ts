import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { canInstallDebianPackages, installDebianPackages } from './debian';
import { runGuarded } from './guarded';
import { withLock } from './lock';
import { cache } from './paths';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** No sandbox: containers have no user namespaces. The rest keeps the browser from talking to other computers. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** The program of a Chromium: KIRIM_BROWSER, one of the system, Playwright's, or else one that is installed now. */
export async function ensureBrowser(): Promise<string> {
  const wanted = process.env['KIRIM_BROWSER'];
  if (wanted !== undefined) {
    if (!(await runs(wanted))) {
      throw new Error(`KIRIM_BROWSER is ${wanted}, which does not run.`);
    }
    return wanted;
  }
  return (await find()) ?? withLock(join(cache, 'browser.lock'), async () => (await find()) ?? (await install()));
}

async function find(): Promise<string | undefined> {
  for (const place of [...PLACES, chromium.executablePath()]) {
    if (await runs(place)) {
      return place;
    }
  }
  return undefined;
}

async function install(): Promise<string> {
  if (canInstallDebianPackages()) {
    await installDebianPackages('chromium');
  } else {
    console.log('Installing Chromium with Playwright …');
    const cli = createRequire(__filename).resolve('@playwright/test/cli');
    await runGuarded(process.execPath, [cli, 'install', 'chromium']);
  }
  const found = await find();
  if (found === undefined) {
    throw new Error('There is no Chromium here. Install one, or set KIRIM_BROWSER to the path of its program.');
  }
  return found;
}

async function runs(program: string): Promise<boolean> {
  try {
    await promisify(execFile)(program, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
