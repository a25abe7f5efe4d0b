import { CancellationError, l10n, window } from 'vscode';
import type { Label } from '../api/schema';
import { plainText } from './plainText';

/** What to type for a label: its name, or its id where nothing in the name can be seen. */
export function textToType({ name, id }: Pick<Label, 'name' | 'id'>): string {
  return seenIn(name) === '' ? id : name;
}

/**
 * Asks to type a text, before something that cannot be undone.
 *
 * @param text with something in it that can be seen: else nothing would have to be typed.
 * @throws CancellationError when the box is closed.
 */
export async function askToType(title: string, prompt: string, text: string): Promise<void> {
  const isText = (value: string) => seenIn(value) === seenIn(text);
  const typed = await window.showInputBox({
    title,
    prompt,
    placeHolder: l10n.t('Type {0} to delete', plainText(text)),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value === '' || isText(value) ? undefined : l10n.t('Type {0}, exactly, or press Escape.', plainText(text)),
  });
  if (typed === undefined || !isText(typed)) {
    throw new CancellationError();
  }
}

/**
 * What can be seen of a text, and so be typed. Nobody can type a line break, or what has no shape; some letters can be
 * written in two ways that look the same, and a keyboard only knows one; and all blanks look alike.
 */
function seenIn(text: string): string {
  return plainText(text)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize();
}
