import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleProduct } from '../productBundle';

/** Clients: what they measure has to run as it is shipped, not as it is written. */
const PROGRAMS = ['ours', 'bare'] as const;

/** The files of programs that `TaskProcess` can start without tsx. */
export type Programs = Readonly<Record<(typeof PROGRAMS)[number], string>>;

/** Bundles the clients the way `npm run package` bundles the extension, with chunks of their own and minified. */
export async function buildPrograms(folder: string): Promise<Programs> {
  const outdir = join(folder, 'programs');
  const entryPoints = PROGRAMS.map((name) => join(__dirname, `programs/${name}.ts`));
  const { files } = await bundleProduct({ entryPoints, outdir, external: ['vscode', 'node:*'] });
  for (const { path, contents } of files.values()) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  return Object.fromEntries(PROGRAMS.map((name) => [name, join(outdir, `${name}.js`)])) as Programs;
}
