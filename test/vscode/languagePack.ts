import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Adds a language pack that translates nothing: VS Code takes a display language, `env.language`, only where it has a pack for
 * it. These are the files that VS Code makes of an installed one.
 *
 * @param data the folder of the user's data.
 */
export async function addLanguagePack(data: string, language: string): Promise<void> {
  const messages = join(data, `${language}.i18n.json`);
  const extensions = [{ extensionIdentifier: { id: `kirim-labels-test.language-pack-${language}` }, version: '1.0.0' }];
  const pack = { hash: language, extensions, translations: { vscode: messages } };
  await writeFile(messages, JSON.stringify({ contents: {} }));
  await writeFile(join(data, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
