import { describe, expect, it } from 'vitest';
import type { Fault } from '../../kirim';
import { failureOf, setUp } from './support';

async function failureAfter(fault: Fault) {
  const { client, kirim } = setUp();
  kirim.faults.add({ fault, times: Infinity });
  return failureOf(client.listLabels().next());
}

describe('a refusal', () => {
  it('carries what the API says about it', async () => {
    const error = {
      type: 'invalid_request_error',
      code: 'invalid_cursor',
      message: 'Bad cursor.',
      request_id: 'req_7',
    };

    expect(await failureAfter({ kind: 'status', status: 400, body: { error } })).toMatchObject({
      kind: 'invalidRequest',
      status: 400,
      type: 'invalid_request_error',
      code: 'invalid_cursor',
      serverMessage: 'Bad cursor.',
      requestId: 'req_7',
      attempts: 1,
    });
  });

  it.each([
    [400, 'invalidRequest'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [418, 'invalidRequest'],
    [422, 'invalidRequest'],
    [429, 'rateLimited'],
    [500, 'server'],
    [599, 'server'],
    [300, 'unreadable'],
    [399, 'unreadable'],
  ])('with status %i is %s, whatever the body', async (status, kind) => {
    for (const body of [
      '<h1>Oh no</h1>',
      '',
      'null',
      '{"error": "no"}',
      '{"error": null}',
      { error: { type: ['conflict'], code: 7 } },
    ]) {
      expect(await failureAfter({ kind: 'status', status, body })).toMatchObject({ kind, status });
    }
  });

  it.each([
    [400, 'not_found', undefined, 'invalidRequest'],
    [422, 'conflict', undefined, 'invalidRequest'],
    [402, 'invalid_request_error', 'invalid_api_key', 'invalidRequest'],
    [402, 'authentication_error', undefined, 'unauthorized'],
    [402, 'permission_error', undefined, 'forbidden'],
    [402, 'conflict', undefined, 'conflict'],
    [410, 'not_found', undefined, 'notFound'],
    [420, 'rate_limit_error', undefined, 'rateLimited'],
    [498, 'brand_new_error', 'expired_api_key', 'unauthorized'],
    [498, 'brand_new_error', 'invalid_api_key', 'unauthorized'],
    [498, undefined, 'resource_not_found', 'notFound'],
    [498, undefined, 'rate_limit_exceeded', 'rateLimited'],
    [403, 'authentication_error', 'invalid_api_key', 'forbidden'],
    [451, 'brand_new_error', 'brand_new_code', 'invalidRequest'],
  ])('with status %i, type %s and code %s is %s', async (status, type, code, kind) => {
    expect(await failureAfter({ kind: 'status', status, body: { error: { type, code } } })).toMatchObject({
      kind,
      type,
      code,
    });
  });
});

describe('an error', () => {
  it.each<[Fault, string]>([
    [{ kind: 'status', status: 401, body: { error: { code: 'invalid_api_key' } } }, 'unauthorized 401 invalid_api_key'],
    [{ kind: 'status', status: 500, body: 'Oh no' }, 'server 500'],
    [{ kind: 'html' }, 'unreadable 200'],
  ])('says in a few words what it is, for logs (%#)', async (fault, words) => {
    expect(String(await failureAfter(fault))).toBe(`ApiError: ${words}`);
  });
});

describe('text from the server', () => {
  it('is one bounded line without characters that change what is around it', async () => {
    const message = `Red\u001b[31m \u202eright to left\u2066\r\nline\u2028two ${'x'.repeat(5000)}😀`;
    const { serverMessage } = await failureAfter({ kind: 'status', status: 400, body: { error: { message } } });

    expect(serverMessage).toMatch(/^Red \[31m right to left line two x+…$/);
    expect(serverMessage).toHaveLength(300);
  });

  it.each([
    ['x'.repeat(300), 'x'.repeat(300)],
    ['x'.repeat(301), `${'x'.repeat(299)}…`],
    ['😀'.repeat(300), '😀'.repeat(300)],
    ['😀'.repeat(301), `${'😀'.repeat(299)}…`],
    ['  Bad\t\n cursor. \n', 'Bad cursor.'],
    [' ', undefined],
    ['', undefined],
    [{ text: 'no text' }, undefined],
  ])('has at most 300 characters, whatever they take (%#)', async (message, serverMessage) => {
    const failure = await failureAfter({ kind: 'status', status: 400, body: { error: { message } } });

    expect(failure.serverMessage).toBe(serverMessage);
  });

  it('is not cut through a character', async () => {
    const { serverMessage } = await failureAfter({
      kind: 'status',
      status: 400,
      body: { error: { message: '😀'.repeat(1000) } },
    });

    expect(serverMessage).toMatch(/^(😀)+…$/u);
  });

  it('is dropped where a word is expected and something else comes', async () => {
    const error = { type: 'two words', code: 'x'.repeat(500), request_id: 'req\n1' };
    const body = { error };

    expect(await failureAfter({ kind: 'status', status: 400, body, headers: { 'X-Request-Id': 'a b' } })).toMatchObject(
      {
        type: undefined,
        code: undefined,
        requestId: undefined,
      },
    );
  });

  it('names the request in the header where the body does not', async () => {
    expect(
      await failureAfter({ kind: 'status', status: 500, body: 'Oh no', headers: { 'X-Request-Id': 'req_header' } }),
    ).toMatchObject({ requestId: 'req_header' });
  });
});
