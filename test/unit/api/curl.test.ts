import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { curlDelete } from '../../../src/api/curl';

const API = parseApiBaseUrl('https://api.kirim.chat/v1');
const KEY = 'kdv_live_AAAAAAAAAAAAAAAAAAAAAAAA';

/** What `curl` is called with where a shell is given this line. */
function passedByShell(line: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${line}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { KIRIM_API_KEY: KEY } })
    .split('\0')
    .slice(0, -1);
}

it('a deletion is one line, which takes the key from the environment', () => {
  expect(curlDelete(API, 'lbl_01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe(
    `curl -X DELETE -H "Authorization: Bearer $KIRIM_API_KEY" 'https://api.kirim.chat/v1/labels/lbl_01ARZ3NDEKTSV4RRFFQ69G5FAV'`,
  );
});

it.each(["a'b", "'; exit 1; '", "'$(exit 1)'", '`exit 1`', '"', '\\', '!!', 'ä b\nc', '*?[a]{b,c}', '~', '-o'])(
  'a shell passes on the id %j as it is, and nothing else',
  (id) => {
    const url = `https://api.kirim.chat/v1/labels/${encodeURIComponent(id)}`;
    expect(passedByShell(curlDelete(API, id))).toEqual(['-X', 'DELETE', '-H', `Authorization: Bearer ${KEY}`, url]);
  },
);

it('the address is that of the organization, whatever is in it', () => {
  const proxy = parseApiBaseUrl(`http://127.0.0.1:8080/it's/$(exit 1)/v1/`);
  expect(passedByShell(curlDelete(proxy, 'x')).at(-1)).toBe(`${proxy.href}/labels/x`);
});
