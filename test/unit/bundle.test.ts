import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bundleProduct, nameOf } from '../productBundle';

describe('the bundle', async () => {
  const { files } = await bundleProduct();
  const required = (name: string) =>
    [...(files.get(name)?.text ?? '').matchAll(/\b(?:require|import)\(([^)]*)\)/g)].map(([, what = '']) => what);

  const sizeOf = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + (files.get(name)?.contents.length ?? Infinity), 0);

  it('has at most 160 KB in all', () => {
    expect(sizeOf(files.keys())).toBeLessThanOrEqual(160 * 1024);
  });

  it('requires nothing but VS Code and its own chunks: no Node built-in', () => {
    for (const name of files.keys()) {
      for (const what of required(name)) {
        expect(what === '"vscode"' || files.has(nameOf(what.slice(1, -1))), what).toBe(true);
      }
    }
  });

  it('leaves ofetch for later than its own start: it touches Headers, which takes tens of milliseconds', () => {
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
