import { readFile, stat } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import JSZip from 'jszip';
import { SAMPLE_API_KEY, SECOND_ORGANIZATION } from '../../kirim';
import { repository, vsix } from '../../vscode/paths';

const FILES = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/ThirdPartyNotices.txt',
  'extension/dist/extension.js',
  'extension/l10n/bundle.l10n.id.json',
  'extension/media/icon.png',
  'extension/media/labels.svg',
  'extension/media/walkthrough/accessibilityHelp.md',
  'extension/media/walkthrough/accessibilityHelp.nls.id.md',
  'extension/media/walkthrough/cleanUp-dark.webp',
  'extension/media/walkthrough/cleanUp-light.webp',
  'extension/media/walkthrough/deleteLabel-dark.webp',
  'extension/media/walkthrough/deleteLabel-light.webp',
  'extension/media/walkthrough/getKey-dark.webp',
  'extension/media/walkthrough/getKey-light.webp',
  'extension/media/walkthrough/signIn-dark.webp',
  'extension/media/walkthrough/signIn-light.webp',
  'extension/media/walkthrough/wayBack-dark.webp',
  'extension/media/walkthrough/wayBack-light.webp',
  'extension/package.json',
  'extension/package.nls.id.json',
  'extension/package.nls.json',
  'extension/readme.md',
  'extension/skills/clean-up-labels/SKILL.md',
];

/** What the README shows. */
const PICTURE = 'media/walkthrough/cleanUp-light.webp';

test.describe('the packaged extension', () => {
  let files: ReadonlyMap<string, string>;
  let entries: readonly JSZip.JSZipObject[];

  test.beforeAll(async () => {
    const zip = await JSZip.loadAsync(await readFile(vsix));
    entries = Object.values(zip.files).filter(({ dir }) => !dir);
    // As Latin-1, so that pictures are searched as well.
    const read = async (entry: JSZip.JSZipObject) => Buffer.from(await entry.async('uint8array')).toString('latin1');
    files = new Map(await Promise.all(entries.map(async (entry) => [entry.name, await read(entry)] as const)));
  });

  test('has these files in it and no others', () => {
    expect([...files.keys()].sort()).toEqual(FILES);
  });

  test('is the same whenever and wherever it is packed: its files have no time and always the same order', () => {
    expect(new Set(entries.map(({ date }) => date.toISOString()))).toEqual(new Set(['1980-01-01T00:00:00.000Z']));
    const names = entries.map(({ name }) => name);
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
  });

  test('is at most 224 KB', async () => {
    expect((await stat(vsix)).size).toBeLessThanOrEqual(224 * 1024);
  });

  for (const name of ['extension/readme.md', 'extension/changelog.md']) {
    test(`has what ${name} points to`, () => {
      const text = files.get(name) ?? '';
      // Of a link or an image, in Markdown or in HTML; also of a reference that is explained elsewhere.
      const targets = [/\]\(\s*<?([^)\s>]+)/g, /\b(?:href|src)=["']([^"']+)/g, /^\s*\[[^\]]+\]:\s*(\S+)/gm].flatMap(
        (pattern) => [...text.matchAll(pattern)].map(([, target = '']) => target),
      );
      const relative = targets.filter((target) => !/^(https:|mailto:|#)/.test(target));
      const missing = relative.filter(
        (target) =>
          !files.has(
            `extension/${decodeURI(target)
              .replace(/^\.\//, '')
              .replace(/[?#].*$/, '')}`,
          ),
      );
      expect(missing).toEqual([]);
      if (name === 'extension/readme.md') {
        expect(targets.map((target) => target.replace(/^.*\/(?=media\/)/, ''))).toContain(PICTURE);
      }
    });
  }

  for (const [what, pattern] of [
    ['a path of the computer that built it', anyOf(`${repository}/`)],
    ['an absolute path', /(?<![\w./:>])\/(home|root|Users|tmp|work|var|private|opt)\/|file:\/\/|\b[A-Z]:\\\w/],
    ['a source map', /sourceMappingURL|sourcesContent/],
    ['an API key', /k(dv|c)_(live|test)_[\w-]{24}/],
    ['a token or a private key', /\b(ghp|gho|github_pat|npm|glpat|sk|xox[bp])_\w{20,}|-----BEGIN [A-Z ]*PRIVATE KEY/],
    ['the stand-in or its keys', anyOf('test/kirim', SAMPLE_API_KEY, SECOND_ORGANIZATION)],
  ] as const) {
    test(`has nowhere in it ${what}`, () => {
      for (const [name, text] of files) {
        expect(pattern.exec(text)?.[0], name).toBeUndefined();
      }
    });
  }

  test('has no test code and no debug code in its script', () => {
    const script = files.get('extension/dist/extension.js') ?? '';
    expect(/\b(describe|beforeEach|vitest|mocha|playwright|hono|debugger)\b/.exec(script)?.[0]).toBeUndefined();
  });
});

function anyOf(...texts: readonly string[]): RegExp {
  return new RegExp(texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
}
