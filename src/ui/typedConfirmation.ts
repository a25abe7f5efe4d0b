import { CancellationError, l10n, window } from 'vscode';
import { plainText } from './plainText';

/**
 * Asks to type a text exactly, before something that cannot be undone.
 *
 * @throws CancellationError when the box is closed.
 */
export async function askToType(title: string, prompt: string, text: string): Promise<void> {
  // Nobody can type a line break, or the invisible characters that keep a name from being taken for code.
  const typable = plainText(text).replaceAll('\u2060', '');
  // Some letters can be written in two ways that look the same, and a keyboard only knows one.
  const isText = (value: string) => [text, typable].some((wanted) => value.normalize() === wanted.normalize());
  const typed = await window.showInputBox({
    title,
    prompt,
    placeHolder: l10n.t('Type {0} to delete', typable),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value === '' || isText(value) ? undefined : l10n.t('Type {0}, exactly, or press Escape.', plainText(text)),
  });
  if (typed === undefined || !isText(typed)) {
    throw new CancellationError();
  }
}
