import { runsRightToLeft } from '../../labels/names/visibleText';

/** Invisible, and no line breaks at it: takes the meaning out of two characters without changing how they look. */
const WORD_JOINER = '\u2060';

/**
 * Text that came from outside (a label's name, a server's message) as nothing but text, on one line.
 *
 * VS Code brings some texts to life: `$(name)` becomes an icon in a quick pick and in the status bar, `[a](command:b)`
 * becomes a link in a notification. Both need two neighboring characters, which are kept apart here. Control characters
 * and line breaks become spaces, and what turns the direction of writing goes: it would turn the sentence around it too.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replaceAll('$(', `$${WORD_JOINER}(`)
    .replaceAll('](', `]${WORD_JOINER}(`);
}

/**
 * Plain text as a part of a sentence. What runs from right to left is isolated: else it takes along what stands beside it, a
 * number or an arrow, and “name (2)” is read as “(2) name”. A row that holds nothing else needs none of that.
 */
export function isolated(text: string): string {
  const plain = plainText(text);
  return runsRightToLeft(plain) ? `\u2068${plain}\u2069` : plain;
}

/** A sentence for editors, the log among them, which draw a box in the place of what isolates a name from the words around it. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

/** A name in curly quotes, as plain text in a sentence. Labels are named by `namesIn`, which tells them apart. */
export function quoted(name: string): string {
  return `“${isolated(name)}”`;
}
