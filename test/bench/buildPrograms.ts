import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleProduct } from '../productBundle';
import { ensureCodeServer } from '../vscode/installCodeServer';

/** Clients: what they measure has to run as it is shipped, not as it is written. */
const PROGRAMS = ['ours', 'bare'] as const;

export type ProgramName = (typeof PROGRAMS)[number];

export interface Programs {
  /** Files that can be started without tsx. */
  readonly files: Readonly<Record<ProgramName, string>>;
  /** The Node that runs them: VS Code's, which runs extensions. What a `fetch` takes differs from one Node to the other. */
  readonly node: string;
}

/** Bundles the clients the way `npm run package` bundles the extension, each into one file and minified. */
export async function buildPrograms(folder: string): Promise<Programs> {
  const outdir = join(folder, 'programs');
  const entryPoints = PROGRAMS.map((name) => join(__dirname, `programs/${name}.ts`));
  const { node } = await ensureCodeServer();
  const { files } = await bundleProduct({ entryPoints, outdir, external: ['vscode', 'node:*'] });
  for (const { path, contents } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  const fileOf = (name: ProgramName) => join(outdir, `${name}.js`);
  return { files: { ours: fileOf('ours'), bare: fileOf('bare') }, node };
}
