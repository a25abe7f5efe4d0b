import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { repository } from '../vscode/paths';

/** Clients: what they measure has to run as it is shipped, not as it is written. */
const PROGRAMS = ['ours', 'bare'] as const;

/** The files of programs that `TaskProcess` can start without tsx. */
export type Programs = Readonly<Record<(typeof PROGRAMS)[number], string>>;

/** Bundles the clients the way `npm run package` bundles the extension, into chunks of their own and minified. */
export async function buildPrograms(folder: string): Promise<Programs> {
  const outdir = join(folder, 'programs');
  const { outputFiles } = await build({
    ...(await productOptions()),
    entryPoints: PROGRAMS.map((name) => join(__dirname, `programs/${name}.ts`)),
    outdir,
    external: ['vscode', 'node:*'],
    write: false,
  });
  for (const { path, contents } of outputFiles) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  return Object.fromEntries(PROGRAMS.map((name) => [name, join(outdir, `${name}.js`)])) as Programs;
}

/** What esbuild makes the extension with. */
export async function productOptions(): Promise<BuildOptions> {
  const script = pathToFileURL(join(repository, 'esbuild.mjs')).href;
  const { extension } = (await import(script)) as { extension: BuildOptions };
  return { ...extension, absWorkingDir: repository, minify: true };
}
