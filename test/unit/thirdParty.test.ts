import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

const root = new URL('../../', import.meta.url);
const readJson = async <T>(path: string) => JSON.parse(await readFile(new URL(path, root), 'utf8')) as T;

describe('the code of others in the bundle', async () => {
  const { extension } = (await import(new URL('esbuild.mjs', root).href)) as { extension: BuildOptions };
  const { outputFiles, metafile } = await build({
    ...extension,
    absWorkingDir: fileURLToPath(root),
    metafile: true,
    write: false,
  });
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = [
    ...new Set(files.flatMap((file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])),
  ].sort();
  const lock = await readJson<Lock>('package-lock.json');
  // What npm wrote down when it unpacked them.
  const installed = await readJson<Lock>('node_modules/.package-lock.json');

  it('is that of two packages; all else is from src', () => {
    expect(folders).toEqual(['node_modules/ofetch', 'node_modules/valibot']);
    const others = Object.keys(metafile.inputs).filter((file) => !/^(src|node_modules\/(ofetch|valibot))\//.test(file));
    expect(others).toEqual([]);
  });

  it('has the versions and checksums of the lock', async () => {
    for (const folder of folders) {
      const { version } = await readJson<{ version: string }>(`${folder}/package.json`);
      expect({ folder, version }).toEqual({ folder, version: lock.packages[folder]?.version });
      expect(lock.packages[folder]?.integrity).toMatch(/^sha512-/);
      expect(installed.packages[folder]?.integrity).toBe(lock.packages[folder]?.integrity);
    }
  });

  it('is of packages that we say we depend on, in exact versions', () => {
    const dependencies = lock.packages['']?.dependencies ?? {};
    for (const folder of folders) {
      expect(lock.packages[folder]?.dev).toBeUndefined();
      expect(dependencies[folder.slice('node_modules/'.length)]).toBe(lock.packages[folder]?.version);
    }
  });

  it('comes with the name, the version and the license of each', async () => {
    const notices = outputFiles.find(({ path }) => path.endsWith('/dist/ThirdPartyNotices.txt'))?.text ?? '';
    const titles = [...notices.matchAll(/^(\S+ \d+\.\d+\.\d+ \(.*\))$/gm)].map(([title]) => title);
    expect(titles).toEqual(['ofetch', 'valibot'].map((name) => `${name} ${versionOf(name)} (MIT)`));
    for (const file of ['ofetch/LICENSE', 'valibot/LICENSE.md']) {
      expect(notices).toContain((await readFile(new URL(`node_modules/${file}`, root), 'utf8')).trim());
    }
  });

  const versionOf = (name: string) => lock.packages[`node_modules/${name}`]?.version ?? '';
});
