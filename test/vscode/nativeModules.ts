import { existsSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { dirname, delimiter, join } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './debian';
import type { Release } from './releases';

export async function rebuildNativeModules(
  release: Release,
  root: string,
  npmIn: (cwd: string, ...args: string[]) => Promise<void>,
): Promise<void> {
  for (const { folder, modules, options, optional } of release.rebuilds) {
    try {
      if (!optional) {
        await ensureBuildTools();
      }
      await npmIn(join(root, folder), 'rebuild', ...modules, ...options);
    } catch (error) {
      if (!optional) {
        throw error;
      }
      console.log(`Going on without ${modules.join(', ')}: building them needs python3, make and g++.`);
    }
  }
}

/** Puts the system's ripgrep, when there is one, where the server looks for its own. Without it only search is missing. */
export async function linkSystemRipgrep(codeServer: string): Promise<void> {
  const ripgrep = onPath('rg');
  if (ripgrep !== undefined) {
    const place = join(codeServer, 'lib/vscode/node_modules/@vscode/ripgrep/bin/rg');
    await mkdir(dirname(place), { recursive: true });
    await rm(place, { force: true });
    await symlink(ripgrep, place);
  }
}

async function ensureBuildTools(): Promise<void> {
  const missing = ['python3', 'make', 'g++'].filter((tool) => onPath(tool) === undefined);
  if (missing.length > 0 && canInstallDebianPackages()) {
    await installDebianPackages(...missing);
  }
}

function onPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}
