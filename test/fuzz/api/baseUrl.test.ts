import 'ofetch';
import { isIPv4 } from 'node:net';
import fc from 'fast-check';
import { afterAll, describe, expect, vi } from 'vitest';
import { type ApiBaseUrl, InvalidBaseUrlError, parseApiBaseUrl } from '../../../src/api/baseUrl';
import { KirimClient } from '../../../src/api/client';
import { anyId } from '../labels';
import { property } from '../property';
import { anyText } from '../text';
import { isId } from './oracle';

const KEY = 'kdv_live_Key-of-nobody-000000000001';

const part = <T extends string>(...texts: T[]) => fc.constantFrom(...texts);
const host = fc.oneof(
  part('api.kirim.chat', 'localhost', 'LOCALHOST', 'localhost.', 'kirim.localhost', '127.0.0.1', '127.1', '127.0.0.1.'),
  part(
    '0x7f.1',
    '2130706433',
    '0177.0.0.1',
    '[::1]',
    '[0:0::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '[::]',
    '１２７.0.0.1',
  ),
  part(
    '127.0.0.1.evil.test',
    'localhost.evil.test',
    'evil.test',
    'xn--a',
    'ⓛocalhost',
    'api.kirim.chat%2eevil.test',
    '',
  ),
  fc.domain(),
  fc.ipV4(),
  fc.ipV6().map((ip) => `[${ip}]`),
  anyText,
);
const path = fc
  .array(
    fc.oneof(part('/', '/v1', '//', '/..', '/%2e%2e', '/.', '\\', '//evil.test', '/@', ':', '/;', '/\t'), anyText),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''));
const address = fc
  .tuple(
    part('', ' ', '\n', '\u0000'),
    part('https:', 'http:', 'HTTPS:', 'ht\ntps:', 'ftp:', 'file:', 'javascript:', 'wss:', 'https', ''),
    part('//', '/', '', '\\\\', '///', '//@', '//user@', '//user:pass@', '//:@', '//%40'),
    host,
    part(
      '',
      ':',
      ':443',
      ':80',
      ':8787',
      ':0',
      ':99999',
      ':x',
      '@evil.test',
      '\\@evil.test',
      '#@evil.test',
      '?@evil.test',
    ),
    path,
    part('', '', '', '?', '#', '?a=b', '#x', '%3f', ' '),
  )
  .map((parts) => parts.join(''));
const addresses = fc.oneof({ weight: 6, arbitrary: address }, { weight: 1, arbitrary: fc.webUrl() }, anyText);

function accepted(text: string): ApiBaseUrl | undefined {
  try {
    return parseApiBaseUrl(text);
  } catch (error) {
    if (error instanceof InvalidBaseUrlError) {
      return undefined;
    }
    throw error;
  }
}

/** This computer, by its standard names and numbers. */
function isThisComputer(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'));
}

/** Everything that a client of this address asks for, each request answered with a page that leads to the next. */
async function requestsTo(
  baseUrl: ApiBaseUrl,
  id: string,
  cursor: string,
): Promise<{ url: string; init: RequestInit }[]> {
  const sent: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, init });
    const isFirst = !url.includes('cursor=');
    return Promise.resolve(Response.json({ data: [], has_more: isFirst, next_cursor: isFirst ? cursor : null }));
  });
  const client = new KirimClient({ baseUrl, apiKey: KEY, timeoutSeconds: () => 30 });
  const label = { name: 'x', color: 'gray', team_id: 'team_1' };
  const ignore = () => undefined;
  const list = async () => {
    for await (const page of client.listLabels()) {
      expect(page).toEqual([]);
    }
  };
  await Promise.all([
    list().catch(ignore),
    client.getMe().catch(ignore),
    client.getLabel(id).catch(ignore),
    client.deleteLabel(id).catch(ignore),
    client.updateLabel(id, label).catch(ignore),
    client.createLabel(label, 'key').catch(ignore),
  ]);
  return sent;
}

describe('an address that a key may be sent to', () => {
  property('is https, or http to this computer, with nothing in it but host and path', addresses, (text) => {
    const baseUrl = accepted(text);
    if (baseUrl) {
      const { protocol, hostname, username, password, origin, host: full, search, hash } = new URL(baseUrl.href);
      expect(protocol === 'https:' || (protocol === 'http:' && isThisComputer(hostname))).toBe(true);
      expect([username, password, search, hash]).toEqual(['', '', '', '']);
      expect({ origin, host: full }).toEqual({ origin: baseUrl.origin, host: baseUrl.host });
      expect(baseUrl.href).not.toMatch(/[?#]|\/$/);
      expect(parseApiBaseUrl(baseUrl.href)).toEqual(baseUrl);
    }
  });

  property(
    'is refused without saying what was in it',
    fc
      .tuple(part('https://user:', 'http://', 'https://:', 'ftp://a:'), part('', '@', '?', '@host/#'))
      .map(([before, after]) => `${before}hunter2${after}`),
    (text) => {
      try {
        parseApiBaseUrl(text);
      } catch (error) {
        expect(String(error)).not.toContain('hunter2');
        expect(JSON.stringify(error)).not.toContain('hunter2');
      }
    },
  );

  property(
    'gets every request, below its path, and no other host gets one',
    fc.record({ text: addresses, id: fc.oneof(anyId, anyText), cursor: anyText }),
    async ({ text, id, cursor }) => {
      const baseUrl = accepted(text);
      if (!baseUrl) {
        return;
      }
      const sent = await requestsTo(baseUrl, id, cursor);
      // An empty cursor leads nowhere.
      expect(sent).toHaveLength((isId(id) ? 7 : 4) - (cursor === '' ? 1 : 0));
      const base = new URL(baseUrl.href);
      const under = base.pathname.replace(/\/$/, '');
      for (const { url, init } of sent) {
        const { origin, username, password, pathname, hash, searchParams } = new URL(url);
        expect({ origin, username, password, hash }).toEqual({
          origin: baseUrl.origin,
          username: '',
          password: '',
          hash: '',
        });
        const [place = '', ...more] = pathname.slice(under.length + '/labels/'.length).split('/');
        expect(
          [`${under}/labels`, `${under}/me`].includes(pathname) ||
            (pathname.startsWith(`${under}/labels/`) && more.length === 0 && decodeURIComponent(place) === id),
        ).toBe(true);
        // Half a surrogate pair cannot be sent.
        expect([null, cursor.replace(/\p{Surrogate}/gu, '\uFFFD')]).toContain(searchParams.get('cursor'));
        expect(url).not.toContain(KEY);
        expect(init.redirect).toBe('error');
      }
    },
    { share: 0.5 },
  );
});

afterAll(() => {
  vi.unstubAllGlobals();
});
