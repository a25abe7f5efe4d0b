import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { InvalidBaseUrlError, parseApiBaseUrl } from '../../../src/api/baseUrl';

describe('parseApiBaseUrl', () => {
  it.each([
    ['https://api-kckit.kirim.chat/v1', 'https://api-kckit.kirim.chat/v1'],
    ['  https://api.kirim.chat/v1//  ', 'https://api.kirim.chat/v1'],
    ['\u00A0https://api.kirim.chat/v1\u00A0', 'https://api.kirim.chat/v1'],
    ['HTTPS://API.Kirim.Chat', 'https://api.kirim.chat'],
    ['https://api.kirim.chat:8443/v1', 'https://api.kirim.chat:8443/v1'],
    ['http://localhost:8787/v1', 'http://localhost:8787/v1'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://127.90.80.70/v1', 'http://127.90.80.70/v1'],
    ['http://[::1]:8787/v1', 'http://[::1]:8787/v1'],
  ])('takes %j', (text, href) => {
    expect(parseApiBaseUrl(text).href).toBe(href);
  });

  it('tells the origin, to which the key belongs, and the host', () => {
    const { origin, host } = parseApiBaseUrl('https://api.kirim.chat:8443/v1');

    expect({ origin, host }).toEqual({ origin: 'https://api.kirim.chat:8443', host: 'api.kirim.chat:8443' });
  });

  it.each([
    ['', 'notAUrl'],
    ['api.kirim.chat/v1', 'notAUrl'],
    ['https://', 'notAUrl'],
    ['http://api.kirim.chat/v1', 'notHttps'],
    ['http://127.0.0.1.evil.test/', 'notHttps'],
    ['http://localhost.evil.test/', 'notHttps'],
    ['http://kirim.localhost/', 'notHttps'],
    ['ftp://localhost/', 'notHttps'],
    ['localhost:8787', 'notHttps'],
    ['https://user:pass@api.kirim.chat', 'credentials'],
    ['https://user@api.kirim.chat', 'credentials'],
    ['https://:pass@api.kirim.chat', 'credentials'],
    ['https://api.kirim.chat/v1?a=b', 'queryOrFragment'],
    ['https://api.kirim.chat/v1?', 'queryOrFragment'],
    ['https://api.kirim.chat/v1#', 'queryOrFragment'],
  ])('refuses %j: %s', (text, reason) => {
    expect(refusal(text).reason).toBe(reason);
    expect(String(refusal(text))).toBe(`InvalidBaseUrlError: The API base URL cannot be used: ${reason}`);
  });

  it.each(['https://user:hunter2@api.kirim.chat', 'https://user:hunter2@', 'http://user:hunter2@api.kirim.chat'])(
    'does not repeat the password in %j',
    (text) => {
      expect(inspect(refusal(text), { depth: null, showHidden: true })).not.toContain('hunter2@');
      expect(refusal(text).message).not.toContain('hunter2');
      expect(refusal(text).cause).toBeUndefined();
    },
  );
});

function refusal(text: string): InvalidBaseUrlError {
  try {
    parseApiBaseUrl(text);
  } catch (error) {
    if (error instanceof InvalidBaseUrlError) {
      return error;
    }
  }
  throw new Error('It was not refused');
}
