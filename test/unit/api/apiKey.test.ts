import { describe, expect, it } from 'vitest';
import { readPastedKey } from '../../../src/api/apiKey';

const KEY = 'kdv_live_AbCdEfGhIjKlMnOpQrSt-_12';
const OTHER = 'kdv_live_ZbCdEfGhIjKlMnOpQrSt-_12';

describe('an API key is found in what was pasted', () => {
  it.each([
    ['as it is', KEY],
    ['of the sandbox', KEY.replace('live', 'test')],
    ['as a header', `Bearer ${KEY}`],
    ['as a whole header', `Authorization: Bearer ${KEY}`],
    ['as an argument of curl', `-H "Authorization: Bearer ${KEY}" \\`],
    ['in quotes', `"${KEY}"`],
    ['in single quotes', `'${KEY}'`],
    ['in curly quotes', `“${KEY}”`],
    ['in curly single quotes', `‘${KEY}’`],
    ['in backticks', `\`${KEY}\``],
    ['as a line of a settings file', `KIRIM_API_KEY=${KEY}`],
    ['as a line of a shell', `export KIRIM_API_KEY="${KEY}"`],
    ['as JSON', `{"apiKey": "${KEY}"},`],
    ['as YAML', `api_key: ${KEY}`],
    ['as HTML', `<code>${KEY}</code>`],
    ['with a comma', `${KEY},`],
    ['with a semicolon', `${KEY};`],
    ['at the end of a sentence', `Our key is ${KEY}.`],
    ['with nothing that can be seen around it', `\uFEFF\u200B${KEY}\u200B\u2060`],
    ['with blanks around it', `\u00A0\t${KEY}\u3000\r\n`],
    ['with something invisible in it', `${KEY.slice(0, 15)}\u200B\u00AD${KEY.slice(15)}`],
    ['wrapped', `${KEY.slice(0, 15)}\n${KEY.slice(15)}`],
    ['wrapped and indented, as a header', `Authorization: Bearer ${KEY.slice(0, 15)}\r\n    ${KEY.slice(15)}`],
    ['wrapped in its prefix', `${KEY.slice(0, 4)}\n${KEY.slice(4)}`],
    ['twice', `${KEY} ${KEY}`],
    ['beside one that is not whole', `${OTHER.slice(0, 20)} ${KEY}`],
    ['beside one of the older API', `kc_live_0123456789 ${KEY}`],
  ])('%s', (_, text) => {
    expect(readPastedKey(text)).toEqual({ kind: 'ok', apiKey: text.includes('kdv_test_') ? text : KEY });
  });
});

describe('it is said as exactly as can be what is wrong', () => {
  it.each([
    ['', { kind: 'empty' }],
    [' \u00A0\u200B\u0000\u2800\n', { kind: 'empty' }],
    [`${KEY} ${OTHER}`, { kind: 'several' }],
    [`${KEY}${OTHER}`, { kind: 'several' }],
    [`${KEY}abc`, { kind: 'tooLong', prefix: 'kdv_live_', by: 3 }],
    [`"${KEY.slice(0, -3)}"`, { kind: 'tooShort', prefix: 'kdv_live_', by: 3 }],
    ['kdv_test_', { kind: 'tooShort', prefix: 'kdv_test_', by: 24 }],
    [`${KEY.slice(0, 20)}ä${KEY.slice(21)}`, { kind: 'oddCharacter', prefix: 'kdv_live_' }],
    [`${KEY.slice(0, 20)}–${KEY.slice(21)}`, { kind: 'oddCharacter', prefix: 'kdv_live_' }],
    ['kc_live_0123456789abcdefghijklmn', { kind: 'olderApi' }],
    ['"kc_live_0123456789"', { kind: 'olderApi' }],
    ['hunter2', { kind: 'noKey' }],
    [KEY.toUpperCase(), { kind: 'noKey' }],
    [KEY.slice(9), { kind: 'noKey' }],
  ])('%j', (text, found) => {
    expect(readPastedKey(text)).toEqual(found);
  });
});
