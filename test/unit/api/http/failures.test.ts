import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../kirim';
import { failureOf, setUp } from '../support';

async function failureAfter(fault: Fault) {
  const { client, kirim, label } = setUp();
  kirim.faults.add({ fault, times: Infinity });
  return failureOf(client.updateLabel(label.id, label));
}

function refusalWith(message: unknown): Fault {
  return { kind: 'status', status: 400, body: { error: { type: 'invalid_request_error', code: 'new', message } } };
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
    [410, 'notFound'],
    [418, 'invalidRequest'],
    [422, 'invalidRequest'],
    [429, 'rateLimited'],
    [500, 'server'],
    [599, 'server'],
    [300, 'unreadable'],
    [399, 'unreadable'],
  ])('with status %i is %s, whatever the words', async (status, kind) => {
    for (const words of [{}, { message: ['odd'], param: 7 }]) {
      const body = { error: { type: 'brand_new_error', code: 'brand_new_code', ...words } };
      expect(await failureAfter({ kind: 'status', status, body })).toMatchObject({ kind, status });
    }
  });

  it.each([
    [400, 'not_found', 'new', 'invalidRequest'],
    [422, 'conflict', 'new', 'invalidRequest'],
    [402, 'invalid_request_error', 'invalid_api_key', 'invalidRequest'],
    [402, 'authentication_error', 'new', 'unauthorized'],
    [402, 'permission_error', 'new', 'forbidden'],
    [402, 'conflict', 'new', 'conflict'],
    [405, 'not_found', 'new', 'notFound'],
    [420, 'rate_limit_error', 'new', 'rateLimited'],
    [498, 'brand_new_error', 'expired_api_key', 'unauthorized'],
    [498, 'brand_new_error', 'invalid_api_key', 'unauthorized'],
    [498, 'brand_new_error', 'resource_not_found', 'notFound'],
    [498, 'brand_new_error', 'rate_limit_exceeded', 'rateLimited'],
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

describe('what is not in KirimChat’s envelope', () => {
  const error = { type: 'not_found', code: 'resource_not_found', message: 'Gone.', request_id: 'req_1' };
  const without = (...fields: string[]) => ({
    error: Object.fromEntries(Object.entries(error).filter(([field]) => !fields.includes(field))),
  });
  const bodies: readonly (readonly [string, unknown])[] = [
    ['a page', '<h1>404 page not found</h1>'],
    ['nothing', ''],
    ['null', 'null'],
    ['half of an envelope', JSON.stringify({ error }).slice(0, 40)],
    ['another API’s words', { message: 'Not Found' }],
    ['another API’s envelope', { error: { code: 404, message: 'Not Found', status: 'NOT_FOUND' } }],
    ['a word', { error: 'not_found' }],
    ['a list of errors', { error: [error] }],
    ['an empty list', { error: [] }],
    ['errors', { errors: [error] }],
    ['null as the error', { error: null }],
    ['no type', without('type')],
    ['no code', without('code')],
    ['a number as the code', { error: { ...error, code: 404 } }],
    ['two words as the type', { error: { ...error, type: 'not found' } }],
    ['no request id', without('request_id')],
  ];

  it.each(bodies)('is a stranger’s answer, whatever its status: %s', async (_, body) => {
    for (const status of [400, 401, 403, 404, 405, 409, 410, 422, 451, 500, 503]) {
      const fault = { kind: 'status', status, body, headers: { 'X-Request-Id': '' } } as const;
      const failure = await failureAfter(fault);
      expect(failure).toMatchObject({ kind: 'unreadable', status, mayHaveTakenEffect: true });
      expect([failure.type, failure.code, failure.serverMessage]).toEqual([undefined, undefined, undefined]);
    }
  });

  it.each(bodies)('says of no label that it is gone: %s', async (_, body) => {
    const { client, kirim, label } = setUp();
    const headers = { 'X-Request-Id': '' };
    for (const status of [404, 410]) {
      kirim.faults.add({ fault: { kind: 'status', status, body, headers }, times: 2 });
      const doubt = { kind: 'unreadable', mayHaveTakenEffect: true };
      expect(await failureOf(client.deleteLabel(label.id))).toMatchObject(doubt);
      expect(await failureOf(client.getLabel(label.id))).toMatchObject({ kind: 'unreadable' });
    }
  });

  it.each<[string, object, Record<string, string>]>([
    ['in the error', { error }, { 'X-Request-Id': '' }],
    ['beside it', { ...without('request_id'), request_id: 'req_1' }, { 'X-Request-Id': '' }],
    ['in the header', without('request_id', 'message'), { 'X-Request-Id': 'req_1' }],
  ])('is KirimChat’s as soon as there is a request id, be it %s', async (_, body, headers) => {
    expect(await failureAfter({ kind: 'status', status: 401, body, headers })).toMatchObject({
      kind: 'unauthorized',
      requestId: 'req_1',
    });
  });

  it('may ask for a break all the same, which does no harm', async () => {
    const { client, kirim, label } = setUp();
    const headers = { 'Retry-After': '3600' };
    kirim.faults.add({ fault: { kind: 'status', status: 429, body: '<h1>Slow down</h1>', headers } });
    expect(await failureOf(client.deleteLabel(label.id))).toMatchObject({
      kind: 'rateLimited',
      retryAfterSeconds: 3600,
      mayHaveTakenEffect: false,
    });
  });

  it('is tried again where it is a gateway’s 502, 503 or 504', async () => {
    const { client, kirim, label, organization } = setUp();
    for (const status of [502, 503, 504]) {
      kirim.faults.add({ fault: { kind: 'status', status, body: '<h1>Bad Gateway</h1>' } });
    }
    await client.deleteLabel(label.id);
    expect(organization.labels()).not.toContainEqual(label);
  });
});

describe('an error', () => {
  it.each<[Fault, string]>([
    [{ kind: 'status', status: 404 }, 'notFound 404 resource_not_found'],
    [{ kind: 'status', status: 500 }, 'server 500 internal_error'],
    [{ kind: 'status', status: 500, body: 'Oh no' }, 'unreadable 500'],
    [{ kind: 'html' }, 'unreadable 200'],
  ])('says in a few words what it is, for logs (%#)', async (fault, words) => {
    expect(String(await failureAfter(fault))).toBe(`ApiError: ${words}`);
  });
});

describe('text from the server', () => {
  it('is one bounded line without characters that change what is around it', async () => {
    const message = `Red\u001b[31m \u202eright to left\u2066\r\nline\u2028two ${'x'.repeat(5000)}😀`;
    const { serverMessage } = await failureAfter(refusalWith(message));

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
    const failure = await failureAfter(refusalWith(message));

    expect(failure.serverMessage).toBe(serverMessage);
  });

  it('is not cut through a character', async () => {
    const { serverMessage } = await failureAfter(refusalWith('😀'.repeat(1000)));

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
