/** What a text that was pasted has in it. Never more of it than a key of the right form. */
export type PastedKey =
  | { readonly kind: 'ok'; readonly apiKey: string }
  /** `olderApi` is a `kc_live_` key, which belongs to an API that this client does not speak. */
  | { readonly kind: 'empty' | 'several' | 'olderApi' | 'noKey' }
  | { readonly kind: 'oddCharacter'; readonly prefix: string }
  /** Has so many characters after the prefix that are too many, or that are missing. */
  | { readonly kind: 'tooLong' | 'tooShort'; readonly prefix: string; readonly by: number };

/** After the prefix: so many URL-safe base64 characters (API: Authentication). */
const SECRET_LENGTH = 24;
const EACH_KEY = /(kdv_(?:live|test)_)((?:(?!kdv_(?:live|test)_)[A-Za-z0-9_-])*)/g;
/** What may stand around a key: quotes, the end of a line of code or of a sentence, markup. */
const AROUND = /^[\s"'`´“”„‘’«»,;.:!?)\]}>|\\<]/;

/**
 * Finds the API key in what was pasted, before it is sent anywhere: people paste it with quotes, as a header, as a line of
 * a settings file, or wrapped, and see nothing but dots.
 */
export function readPastedKey(text: string): PastedKey {
  // Characters without a shape, and control characters, are pasted by accident.
  const seen = text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\p{Cc}\u2800]/gu, ' ')
    .trim();
  if (seen === '') {
    return { kind: 'empty' };
  }
  const keys = wholeKeysIn(seen);
  // A key that was wrapped has blanks in it, where the field takes line breaks out.
  const [apiKey, ...others] = keys.length > 0 ? keys : wholeKeysIn(seen.replace(/\s+/gu, ''));
  if (apiKey !== undefined) {
    return others.length > 0 ? { kind: 'several' } : { kind: 'ok', apiKey };
  }
  return misfitOf(seen);
}

function wholeKeysIn(text: string): string[] {
  const whole = [...text.matchAll(EACH_KEY)].filter(([, , secret = '']) => secret.length === SECRET_LENGTH);
  return [...new Set(whole.map(([key]) => key))];
}

function misfitOf(text: string): PastedKey {
  const [first] = text.matchAll(EACH_KEY);
  if (!first) {
    return { kind: text.includes('kc_live_') ? 'olderApi' : 'noKey' };
  }
  const [key, prefix = '', secret = ''] = first;
  const after = text.slice(first.index + key.length);
  if (after !== '' && !AROUND.test(after) && !after.startsWith('kdv_')) {
    return { kind: 'oddCharacter', prefix };
  }
  const by = secret.length - SECRET_LENGTH;
  return { kind: by > 0 ? 'tooLong' : 'tooShort', prefix, by: Math.abs(by) };
}
