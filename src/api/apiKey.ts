type ApiKeyForm = 'ok' | 'empty' | 'olderApi' | 'malformed';

/** Prefix and 24 URL-safe base64 characters (API: Authentication). */
const API_KEY = /^kdv_(?:live|test)_[A-Za-z0-9_-]{24}$/;

/**
 * What the form of a key tells before it is sent anywhere. Spaces around a key make it malformed: trim it first.
 *
 * `olderApi` is a `kc_live_` key, which belongs to an API that this client does not speak.
 */
export function classifyApiKey(text: string): ApiKeyForm {
  if (text.trim() === '') {
    return 'empty';
  }
  if (text.startsWith('kc_live_')) {
    return 'olderApi';
  }
  return API_KEY.test(text) ? 'ok' : 'malformed';
}
