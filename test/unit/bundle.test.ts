import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleProduct, nameOf } from '../productBundle';

describe('the bundle', async () => {
  const { files, metafile, loadedWith } = await bundleProduct();
  const required = (name: string) =>
    [...(files.get(name)?.text ?? '').matchAll(/\b(?:require|import)\(([^)]*)\)/g)].map(([, what = '']) => what);

  it('loads at most 40 KB when the extension is activated', () => {
    const sizes = [...loadedWith('extension.js')].map((name) => files.get(name)?.contents.length ?? Infinity);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(40 * 1024);
  });

  it('has a main file of at most 25 KB, 10 KB compressed', () => {
    const main = files.get('extension.js')?.contents ?? new Uint8Array();
    expect(main.length).toBeGreaterThan(0);
    expect(main.length).toBeLessThanOrEqual(25 * 1024);
    expect(gzipSync(main).length).toBeLessThanOrEqual(10 * 1024);
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
