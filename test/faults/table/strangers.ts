import type { Fault as ScriptedFault } from '../../kirim';
import type { Cell } from '../cell';
import type { Exchange } from '../proxy/exchange';
import type { Ending, Fault } from '../fault';
import type { WireAnswer } from '../proxy/wire';

type Status = 401 | 403 | 404 | 410;

const stranger: Ending = { reason: 'stranger', isDoubtful: true };

/** What gateways say, in the shapes in which they do. None of them is KirimChat’s envelope. */
const SHAPES: Readonly<Record<string, (status: Status) => unknown>> = {
  'in HTML': (status) => `<html><head><title>${status}</title></head><body><h1>${status} page</h1></body></html>`,
  'with a message in JSON': (status) => ({ message: `Status ${status}` }),
  'with an error in JSON that is text': (status) => ({ error: `status ${status}` }),
  'with an error in JSON that has a number': (status) => ({ error: { code: status, message: `Status ${status}` } }),
  'without a body': () => undefined,
};

/** KirimChat’s envelope, but without a request id anywhere. */
const ENVELOPES: Readonly<Record<Status, object>> = {
  401: { type: 'authentication_error', code: 'invalid_api_key', message: 'No.' },
  403: { type: 'permission_error', code: 'permission_error', message: 'No.' },
  404: { type: 'not_found', code: 'resource_not_found', message: 'No.' },
  410: { type: 'not_found', code: 'resource_not_found', message: 'No.' },
};

const STATUSES: readonly Status[] = [401, 403, 404, 410];
/** Which of the shapes every operation meets. */
const CHOSEN: Readonly<Record<Status, string>> = {
  401: 'in HTML',
  403: 'with a message in JSON',
  404: 'in HTML',
  410: 'without a body',
};

const scripted = (status: number, body?: unknown, applied = false) => {
  const fault: ScriptedFault = { kind: 'stranger', status, body, applied };
  return () => fault;
};

const NOT_FOUND: WireAnswer = {
  status: 404,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<h1>404 page not found</h1>'),
};
const NO_ANSWER: WireAnswer = { status: 502, headers: {}, body: Buffer.from('') };

/** The first request is lost behind a gateway, which then does not know the way any more. */
function firstLost(isApplied: boolean) {
  return async (exchange: Exchange, { site }: Cell): Promise<void> => {
    const { method, path, body } = exchange.request;
    const same = site.proxy.requests.filter(
      (sent) => sent.method === method && sent.path === path && sent.body.equals(body),
    );
    const isFirst = same.length === 1;
    if (isFirst && isApplied) {
      await exchange.answer();
    }
    await exchange.reply(isFirst ? NO_ANSWER : NOT_FOUND);
  };
}

/** Something in front of KirimChat answers in its place, without its headers. */
export const STRANGERS: readonly Fault[] = [
  ...STATUSES.flatMap((status) =>
    Object.entries(SHAPES).map(([shape, body]): Fault => ({
      name: `a gateway’s ${status} ${shape}`,
      scripted: scripted(status, body(status)),
      ends: stranger,
      isVariant: CHOSEN[status] !== shape,
    })),
  ),
  ...STATUSES.map((status): Fault => ({
    name: `a ${status} in KirimChat’s envelope, without a request id`,
    scripted: scripted(status, { error: ENVELOPES[status] }),
    ends: stranger,
    isVariant: true,
  })),
  { name: 'a gateway’s 404, applied', scripted: scripted(404, '<h1>404</h1>', true), ends: stranger },
  { name: 'a gateway’s 401, applied', scripted: scripted(401, undefined, true), ends: stranger, isVariant: true },
  {
    name: 'a gateway’s 404, and everything after it',
    act: (exchange) => exchange.reply(NOT_FOUND),
    hits: 'onward',
    ends: stranger,
  },
  { name: 'a 502, and then a gateway’s 404', act: firstLost(false), ends: stranger },
  { name: 'a 502, applied, and then a gateway’s 404', act: firstLost(true), ends: stranger },
  {
    name: 'a gateway’s 429 in HTML, Retry-After 2, once',
    scripted: () => ({ kind: 'stranger', status: 429, body: '<h1>Slow</h1>', headers: { 'Retry-After': '2' } }),
    times: 1,
    ends: 'works',
    isVariant: true,
  },
];
