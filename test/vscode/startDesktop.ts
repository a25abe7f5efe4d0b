import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { startGuarded, type Guarded } from './guarded';
import { cache, repository } from './paths';
import { chosenRelease } from './releases';
import { changeSettings, type Settings } from './settings';

/** Opens desktop VS Code with the extension of this working tree. It ends when its window is closed. */
export async function startDesktop(profile: string, settings: Settings): Promise<Guarded> {
  const program = await downloadAndUnzipVSCode({ version: chosenRelease().desktop, cachePath: cache });
  const data = join(profile, 'desktop');
  await mkdir(join(data, 'User'), { recursive: true });
  await changeSettings(join(data, 'User/settings.json'), settings);
  const asRoot = process.getuid?.() === 0;
  return startGuarded(program, [
    `--extensionDevelopmentPath=${repository}`,
    `--user-data-dir=${data}`,
    `--extensions-dir=${join(profile, 'desktop-extensions')}`,
    '--disable-updates',
    '--disable-workspace-trust',
    '--skip-release-notes',
    '--skip-welcome',
    ...(asRoot ? ['--no-sandbox'] : []),
  ]);
}
