import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type Metafile, type OutputFile } from 'esbuild';
import { repository } from './vscode/paths';

/** What esbuild made, and what of it is loaded with what. */
export interface ProductBundle {
  /** By their names in `dist`. */
  readonly files: ReadonlyMap<string, OutputFile>;
  readonly metafile: Metafile;
  /** What is loaded with a file: itself and what it imports other than by `import()`. */
  readonly loadedWith: (name: string) => ReadonlySet<string>;
}

/** Bundles in memory what `npm run package` bundles, or something else in the same way. */
export async function bundleProduct(
  other: Pick<BuildOptions, 'entryPoints' | 'outdir' | 'external'> = {},
): Promise<ProductBundle> {
  const script = pathToFileURL(join(repository, 'esbuild.mjs')).href;
  const { extension } = (await import(script)) as { extension: BuildOptions };
  const options = { ...extension, ...other, absWorkingDir: repository, minify: true } as const;
  const { outputFiles, metafile } = await build({ ...options, metafile: true, write: false });
  const files = new Map(outputFiles.map((file) => [nameOf(file.path), file]));
  const loadedWith = (name: string) => addLoaded(metafile, name, new Set());
  return { files, metafile, loadedWith };
}

/** A file's name in `dist`, from its path or from a `require`. */
export function nameOf(file: string): string {
  return file.split('/').at(-1) ?? '';
}

function addLoaded(metafile: Metafile, name: string, loaded: Set<string>): Set<string> {
  loaded.add(name);
  const output = Object.entries(metafile.outputs).find(([path]) => nameOf(path) === name)?.[1];
  for (const { path, kind, external } of output?.imports ?? []) {
    if (kind === 'import-statement' && external !== true && !loaded.has(nameOf(path))) {
      addLoaded(metafile, nameOf(path), loaded);
    }
  }
  return loaded;
}
