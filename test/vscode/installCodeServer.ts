import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runGuarded } from './guarded';
import { withLock } from './lock';
import { linkSystemRipgrep, rebuildNativeModules } from './nativeModules';
import { npm } from './npm';
import { cache } from './paths';
import { chosenRelease, type Release } from './releases';

/** A VS Code that can be started. */
export interface Installation {
  readonly release: Release;
  readonly node: string;
  /** The program of code-server. */
  readonly entry: string;
}

/** Raised when the steps below change, so that what older steps installed is done anew. */
const RECIPE = 2;
/** A complete Node from the npm registry. */
const nodePackage = `node-${process.platform}-${process.arch}`;
const MARKER = 'installed.json';

/** The VS Code for the tests: installed on the first call, found on the next ones. */
export async function ensureCodeServer(): Promise<Installation> {
  const release = chosenRelease();
  const folder = join(cache, `code-server-${release.codeServer}`);
  if (await isInstalled(release, folder)) {
    return installation(release, folder);
  }
  return withLock(`${folder}.lock`, async () => {
    // Another run may have installed it while we waited.
    if (!(await isInstalled(release, folder))) {
      await install(release, folder);
    }
    return installation(release, folder);
  });
}

async function install(release: Release, folder: string): Promise<void> {
  if (process.platform === 'win32') {
    throw new Error(
      'There is no code-server for Windows, so the tests that need a VS Code in a browser do not run there. They do in WSL; npm run check, npm run test:unit and npm run test:fuzz:quick do without.',
    );
  }
  if (process.platform !== 'linux' && !runsOnOurNode(release)) {
    // The npm registry has such a Node for Linux alone.
    throw new Error(
      `VS Code ${release.vscode} runs on Node.js ${release.node.split('.')[0]}, and this is ${process.version}. Install that one, and run this again with it.`,
    );
  }
  const started = Date.now();
  console.log(`Installing VS Code ${release.vscode} (code-server ${release.codeServer}), about a minute …`);
  await removeDrafts(folder);
  // Beside its place first: a run that is broken off leaves nothing that looks installed.
  const draft = `${folder}.draft-${process.pid}`;
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, 'package.json'), '{ "private": true }\n');

  const ours = runsOnOurNode(release);
  if (!ours) {
    await npm(['install', '--ignore-scripts', '--save-exact', `${nodePackage}@${release.node}`], {
      cwd: draft,
      node: process.execPath,
      headers: undefined,
    });
  }
  const { node, entry } = installation(release, draft);
  const headers = ours ? undefined : join(draft, 'node_modules', nodePackage);
  const npmIn = (cwd: string, ...args: string[]) => npm(args, { cwd, node, headers });

  await npmIn(draft, 'install', '--ignore-scripts', '--save-exact', `code-server@${release.codeServer}`);
  const codeServer = join(entry, '../../..');
  for (const part of ['lib/vscode', 'lib/vscode/extensions']) {
    await npmIn(join(codeServer, part), 'install', '--ignore-scripts', '--omit=dev');
  }
  await rebuildNativeModules(release, draft, npmIn);
  if (release.systemRipgrep) {
    await linkSystemRipgrep(codeServer);
  }
  await runGuarded(node, [entry, '--version'], { env: { ...process.env, HOME: draft } });
  await writeFile(join(draft, MARKER), marker(release));
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (join(cache, name).startsWith(`${folder}.draft-`)) {
      await rm(join(cache, name), { recursive: true, force: true });
    }
  }
}

async function isInstalled(release: Release, folder: string): Promise<boolean> {
  const written = await readFile(join(folder, MARKER), 'utf8').catch(() => '');
  const { node, entry } = installation(release, folder);
  return written === marker(release) && existsSync(node) && existsSync(entry);
}

function marker({ codeServer, node }: Release): string {
  return `${JSON.stringify({ recipe: RECIPE, codeServer, node })}\n`;
}

function installation(release: Release, folder: string): Installation {
  const own = join(folder, 'node_modules', nodePackage, 'bin/node');
  return {
    release,
    node: runsOnOurNode(release) ? process.execPath : own,
    entry: join(folder, 'node_modules/code-server/out/node/entry.js'),
  };
}

function runsOnOurNode(release: Release): boolean {
  const major = (version: string) => version.replace(/^v/, '').split('.')[0];
  return major(process.version) === major(release.node);
}
