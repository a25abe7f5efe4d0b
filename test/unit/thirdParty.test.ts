import { readFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundleProduct } from '../productBundle';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Notifications {
  readonly thirdPartyNotices: (metafile: Metafile) => Promise<string>;
}

const PACKAGES = ['destr', 'ofetch', 'ufo', 'valibot'];
const root = new URL('../../', import.meta.url);
const readJson = async <T>(path: string) => JSON.parse(await readFile(new URL(path, root), 'utf8')) as T;

describe('the code of others in the bundle', async () => {
  const { metafile } = await bundleProduct();
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = [
    ...new Set(files.flatMap((file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])),
  ].sort();
  const lock = await readJson<Lock>('package-lock.json');
  // What npm wrote down when it unpacked them.
  const installed = await readJson<Lock>('node_modules/.package-lock.json');

  it('is that of two packages and of what ofetch depends on; all else is from src', () => {
    expect(folders).toEqual(PACKAGES.map((name) => `node_modules/${name}`));
    const allowed = new RegExp(`^(src|node_modules/(${PACKAGES.join('|')}))/`);
    expect(Object.keys(metafile.inputs).filter((file) => !allowed.test(file))).toEqual([]);
  });

  it('has the versions and checksums of the lock', async () => {
    for (const folder of folders) {
      const { version } = await readJson<{ version: string }>(`${folder}/package.json`);
      expect({ folder, version }).toEqual({ folder, version: lock.packages[folder]?.version });
      expect(lock.packages[folder]?.integrity).toMatch(/^sha512-/);
      expect(installed.packages[folder]?.integrity).toBe(lock.packages[folder]?.integrity);
    }
  });

  it('is of packages that we say we depend on, in exact versions, or that those depend on', () => {
    const dependencies = lock.packages['']?.dependencies ?? {};
    for (const folder of folders) {
      expect(lock.packages[folder]?.dev).toBeUndefined();
    }
    for (const [name, version] of Object.entries(dependencies)) {
      expect({ name, version }).toEqual({ name, version: versionOf(name) });
      expect(folders).toContain(`node_modules/${name}`);
    }
  });

  it('comes with the name, the version and the license of each', async () => {
    const { thirdPartyNotices } = (await import(new URL('thirdPartyNotices.mjs', root).href)) as Notifications;
    const notifications = await thirdPartyNotices(metafile);
    const titles = [...notifications.matchAll(/^(\S+ \d+\.\d+\.\d+ \(.*\))$/gm)].map(([title]) => title);
    expect(titles).toEqual(PACKAGES.map((name) => `${name} ${versionOf(name)} (MIT)`));
    for (const file of ['destr/LICENSE', 'ofetch/LICENSE', 'ufo/LICENSE', 'valibot/LICENSE.md']) {
      expect(notifications).toContain((await readFile(new URL(`node_modules/${file}`, root), 'utf8')).trim());
    }
  });

  const versionOf = (name: string) => lock.packages[`node_modules/${name}`]?.version ?? '';
});
