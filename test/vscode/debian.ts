import { existsSync, readFileSync } from 'node:fs';
import { runGuarded } from './guarded';

/** Whether missing programs can be installed with apt-get. */
export function canInstallDebianPackages(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  // Ubuntu's chromium package is a snap, which does not run in containers: Playwright's own is the better one there.
  return /^ID=debian$/m.test(release) && process.getuid?.() === 0;
}

export async function installDebianPackages(...packages: string[]): Promise<void> {
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt-get may be at work: wait for it.
  const apt = (...args: string[]) => runGuarded('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env });
  await apt('update');
  await apt('install', '--yes', '--no-install-recommends', ...packages);
}
