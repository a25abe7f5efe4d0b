import { CancellationError, window } from 'vscode';
import type { Label } from '../../api/schema';
import { readableId } from '../../labels/names/shortIds';
import { isInvisible, visibleText } from '../../labels/names/visibleText';
import { isolated } from '../messages/plainText';
import { l10n } from '../l10n';

/** What to type for a label: its name, or its id where nothing in the name can be seen. */
export function textToType({ name, id }: Pick<Label, 'name' | 'id'>): string {
  return isInvisible(name) ? readableId(id) : name;
}

/**
 * Asks to type a text, before something that cannot be undone. A text that looks the same is
 * taken as well: a line break, or a character without a shape, cannot be typed, and a keyboard has one of several letters that
 * look alike.
 *
 * @param text with something in it that can be seen: else nothing would have to be typed.
 * @throws CancellationError when the box is closed.
 */
export async function askToType(title: string, prompt: string, text: string): Promise<void> {
  const look = visibleText(text);
  const isText = (value: string) => visibleText(value) === look;
  const typed = await window.showInputBox({
    title,
    prompt,
    placeHolder: l10n.t('Type {0} to delete', isolated(text)),
    ignoreFocusOut: true,
    // VS Code shows this in place of the prompt, which says what is deleted: not while the text is only not complete yet.
    validateInput: (value) =>
      look.startsWith(visibleText(value)) ? undefined : l10n.t('Type {0}, exactly, or press Escape.', isolated(text)),
  });
  if (typed === undefined || !isText(typed)) {
    throw new CancellationError();
  }
}
