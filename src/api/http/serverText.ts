const MAX_MESSAGE_LENGTH = 300;

/** Text from outside, made fit for logs and messages: without the key, should the server repeat it, and bounded. */
export class ServerText {
  readonly #apiKey: string;

  constructor(apiKey: string) {
    this.#apiKey = apiKey;
  }

  /** One line of text; undefined where there is none. */
  message(text: unknown): string | undefined {
    // Control, format (which turn the direction of text) and separator characters, and halves of surrogate pairs.
    const line = this.withoutKey(text)
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
      .trim();
    // A character takes up to two places in a string.
    const characters = Array.from(line.slice(0, 2 * MAX_MESSAGE_LENGTH + 2));
    if (characters.length > MAX_MESSAGE_LENGTH) {
      return `${characters.slice(0, MAX_MESSAGE_LENGTH - 1).join('')}…`;
    }
    return line || undefined;
  }

  /** A word such as `error.code` or a request id; undefined for what does not look like one. */
  word(text: unknown): string | undefined {
    return /^[\w.:/+=-]{1,128}$/.exec(this.withoutKey(text))?.[0];
  }

  /** Any text, as long and as odd as it is; empty for what is none. */
  withoutKey(text: unknown): string {
    return typeof text === 'string' ? text.replaceAll(this.#apiKey, '…') : '';
  }
}
