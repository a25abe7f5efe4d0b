import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build, type BuildOptions } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

/** A file's name in `dist`, from its path or from a `require`. */
const nameOf = (file: string) => file.split('/').at(-1) ?? '';

describe('the bundle', async () => {
  const { extension } = (await import(new URL('esbuild.mjs', root).href)) as { extension: BuildOptions };
  const { outputFiles, metafile } = await build({
    ...extension,
    absWorkingDir: fileURLToPath(root),
    minify: true,
    metafile: true,
    write: false,
  });

  const files = new Map(outputFiles.map(({ path, contents, text }) => [nameOf(path), { size: contents.length, text }]));
  const required = (name: string) =>
    [...(files.get(name)?.text ?? '').matchAll(/\b(?:require|import)\(([^)]*)\)/g)].map(([, what = '']) => what);

  /** What is loaded with a file: itself and what it imports other than by `import()`. */
  function loadedWith(entry: string, loaded = new Set<string>()): Set<string> {
    loaded.add(entry);
    const output = Object.entries(metafile.outputs).find(([path]) => nameOf(path) === entry)?.[1];
    for (const { path, kind } of output?.imports ?? []) {
      if (kind === 'import-statement' && path !== 'vscode' && !loaded.has(nameOf(path))) {
        loadedWith(nameOf(path), loaded);
      }
    }
    return loaded;
  }

  it('loads at most 40 KB when the extension is activated', () => {
    const sizes = [...loadedWith('extension.js')].map((name) => files.get(name)?.size ?? Infinity);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(40 * 1024);
  });

  it('leaves what commands do for the first command', () => {
    const atActivation = Object.entries(metafile.outputs)
      .filter(([path]) => loadedWith('extension.js').has(nameOf(path)))
      .flatMap(([, { inputs }]) => Object.keys(inputs));
    expect(atActivation).not.toContain('src/commands/deleteLabel.ts');
  });

  it('requires nothing but VS Code and its own chunks: no Node built-in', () => {
    for (const name of files.keys()) {
      for (const what of required(name)) {
        expect(what === '"vscode"' || files.has(nameOf(what.slice(1, -1))), what).toBe(true);
      }
    }
  });

  it('leaves ofetch for the first request: it touches Headers, which takes tens of milliseconds', () => {
    const load = (name: string): unknown => {
      const context = {
        module: { exports: {} },
        require: (what: string) => (what === 'vscode' ? {} : load(nameOf(what))),
        get Headers(): never {
          throw new Error('ofetch was loaded');
        },
      };
      runInNewContext(files.get(name)?.text ?? '', context);
      return context.module.exports;
    };
    expect(load('extension.js')).toHaveProperty('activate');
  });
});
