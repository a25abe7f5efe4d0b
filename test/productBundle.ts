import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type Metafile, type OutputFile } from 'esbuild';
import { repository } from './vscode/paths';

/** What esbuild made. */
export interface ProductBundle {
  readonly files: readonly OutputFile[];
  readonly metafile: Metafile;
}

/** Bundles in memory what `npm run package` bundles, or something else in the same way. */
export async function bundleProduct(
  other: Pick<BuildOptions, 'entryPoints' | 'outdir' | 'external'> = {},
): Promise<ProductBundle> {
  const script = pathToFileURL(join(repository, 'esbuild.mjs')).href;
  const { extension } = (await import(script)) as { extension: BuildOptions };
  const options = {
    ...extension,
    ...other,
    absWorkingDir: repository,
    minify: true,
    metafile: true,
    write: false,
  } as const;
  const { outputFiles, metafile } = await build(options);
  return { files: outputFiles, metafile };
}
