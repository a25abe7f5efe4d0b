import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build, type BuildOptions } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

describe('the bundle', async () => {
  const { extension } = (await import(new URL('esbuild.mjs', root).href)) as { extension: BuildOptions };
  const { outputFiles, metafile } = await build({
    ...extension,
    absWorkingDir: fileURLToPath(root),
    minify: true,
    metafile: true,
    write: false,
  });

  it('is one file of at most 40 KB, as esbuild counts them', () => {
    expect(outputFiles).toHaveLength(1);
    expect(outputFiles[0]?.contents.byteLength).toBeLessThanOrEqual(40 * 1024);
  });

  it('requires nothing but VS Code: no Node built-in, so that a web extension host can run it', () => {
    const required = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    expect(new Set(required)).toEqual(new Set(['vscode']));
    const calls = [...(outputFiles[0]?.text ?? '').matchAll(/\b(?:require|import)\(([^)]*)\)/g)].map(
      ([, what]) => what,
    );
    expect(new Set(calls)).toEqual(new Set(['"vscode"']));
  });

  it('leaves ofetch for the first request: it touches Headers, which takes tens of milliseconds', () => {
    const context = {
      module: { exports: {} },
      require: () => ({}),
      get Headers(): never {
        throw new Error('ofetch was loaded');
      },
    };
    runInNewContext(outputFiles[0]?.text ?? '', context);
    expect(context.module.exports).toHaveProperty('activate');
  });
});
