import { env, l10n as translations } from 'vscode';

/** Translates what a user reads. The place of VS Code's `l10n`, which writes numbers in one way for all languages. */
export const l10n = {
  /**
   * @param message whole sentences in English, with a number in braces for each value. A literal: the tests collect them.
   * @param values numbers are written as in VS Code's display language.
   */
  t: (message: string, ...values: readonly (string | number)[]): string =>
    translations.t(message, ...values.map((value) => (typeof value === 'number' ? formatNumber(value) : value))),
};

/** A number as in VS Code's display language: 12,345 in English, 12.345 in Indonesian. */
export function formatNumber(value: number): string {
  return value.toLocaleString(env.language);
}
