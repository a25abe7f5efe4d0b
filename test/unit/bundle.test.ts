import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bundleProduct } from '../productBundle';

describe('the bundle', async () => {
  const { files } = await bundleProduct();
  const [{ path, text, contents } = { path: '', text: '', contents: [] }] = files;

  it('is one file of at most 232 KB', () => {
    expect(files).toHaveLength(1);
    expect(path).toMatch(/\/dist\/extension\.js$/);
    expect(contents.length).toBeLessThanOrEqual(232 * 1024);
  });

  it('requires nothing but VS Code, also not later: no Node built-in', () => {
    const required = [...text.matchAll(/\b(?:require|import)\b\s*\(([^)]*)\)/g)].map(([, what]) => what);
    expect(new Set(required)).toEqual(new Set(['"vscode"']));
  });

  it('does not run ofetch when it is loaded: ofetch touches Headers, which takes tens of milliseconds', () => {
    const context = {
      module: { exports: {} },
      require: () => ({}),
      get Headers(): never {
        throw new Error('ofetch has run');
      },
    };
    runInNewContext(text, context);
    expect(context.module.exports).toHaveProperty('activate');
  });
});
