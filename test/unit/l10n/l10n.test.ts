import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../vscode/paths';
import { readSource, translatedTexts, untranslatedTexts } from './sourceTexts';

type Texts = Readonly<Record<string, string>>;

const SOURCE = readSource();
const MANIFEST = readJson('package.json');
const ENGLISH = readJson('package.nls.json') as Texts;
const LANGUAGES = languagesOf('.', /^package\.nls\.(.+)\.json$/);

/** Names, and the beginning of a key. */
const SAME_IN_ALL_LANGUAGES = ['KirimChat', 'Kirim Labels', 'kdv_live_…'];
/** Write nothing but lines for those who maintain the extension, which are in English in all languages. */
const FOR_MAINTAINERS = /^src\/(ui\/(requestLog|recentRequests)|commands\/support\/supportInformation)\.ts:/;

it('translates all that a user reads', () => {
  const escaped = untranslatedTexts(SOURCE).filter(
    ({ text, place }) => !SAME_IN_ALL_LANGUAGES.includes(text) && !FOR_MAINTAINERS.test(place),
  );
  expect(escaped).toEqual([]);
});

it('has all texts of the manifest in package.nls.json, and no others', () => {
  const used = shownIn(MANIFEST).map((text) => /^%(.+)%$/.exec(text)?.[1] ?? `${text} (not in package.nls.json)`);
  expect([...new Set(used)].sort()).toEqual(Object.keys(ENGLISH).sort());
});

it('has the same languages for the manifest and for messages', () => {
  expect(LANGUAGES).toContain('id');
  expect(MANIFEST).toHaveProperty('l10n', './l10n');
  expect(languagesOf('l10n', /^bundle\.l10n\.(.+)\.json$/)).toEqual(LANGUAGES);
});

describe.each(LANGUAGES)('in the language %s', (language) => {
  const bundle = readJson(`l10n/bundle.l10n.${language}.json`) as Texts;
  const manifest = readJson(`package.nls.${language}.json`) as Texts;

  it('each message has its translation, and each translation its message', () => {
    expect(Object.keys(bundle).sort()).toEqual([...new Set(translatedTexts(SOURCE).map(({ text }) => text))].sort());
  });

  it('each text of the manifest has its translation, and each translation its text', () => {
    expect(Object.keys(manifest).sort()).toEqual(Object.keys(ENGLISH).sort());
  });

  it('translations have the same values, links and quotation marks in them', () => {
    const pairs = [
      ...Object.entries(bundle),
      ...Object.entries(manifest).map(([key, text]) => [ENGLISH[key] ?? '', text] as const),
    ];
    const different = pairs.filter(([english, translation]) => fixedParts(english) !== fixedParts(translation));
    expect(different).toEqual([]);
  });
});

/** What a translation has to keep: values, targets of links, code, names in curly quotes, and the end of what is not at its end. */
function fixedParts(text: string): string {
  const parts = text.match(/\{\d+\}|\]\([^)]+\)|`[^`]+`|https?:\/\/[\w./]*|[“”"]|…$|:$|\n/g) ?? [];
  return parts.sort().join(' ');
}

/** The values of all properties that VS Code shows. */
function shownIn(value: unknown, isShown = false): readonly string[] {
  if (typeof value === 'string') {
    return isShown ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  // A schema is read by language models alone.
  const entries = Object.entries(value).filter(([name]) => name !== 'inputSchema');
  return entries.flatMap(([name, inner]) =>
    shownIn(inner, Array.isArray(value) ? isShown : isShownProperty(name, inner)),
  );
}

function isShownProperty(name: string, value: unknown): boolean {
  const isText =
    /^(displayName|description|title|userDescription|category|contents|contextualTitle|altText|markdown\w+|\w+Descriptions)$/;
  // The name of a view, and not that of the package, or of a tool.
  const isName = name === 'name' && typeof value === 'string' && !/^kirim[-_]/.test(value);
  return isText.test(name) || isName;
}

function languagesOf(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(join(repository, folder))
    .flatMap((file) => pattern.exec(file)?.[1] ?? [])
    .sort();
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(repository, file), 'utf8')) as Readonly<Record<string, unknown>>;
}
