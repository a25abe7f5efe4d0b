import type { Fault as ScriptedFault } from '../../kirim';
import type { Ending, Fault } from '../fault';
import { ONLY_DELETIONS } from './only';
import { withVariants } from './variants';

const failed: Ending = { reason: 'server', isDoubtful: true };
/** Something in between knows nothing of labels and keys, and may have passed the request on. */
const outOfOrder: Ending = { reason: 'outOfOrder', isDoubtful: true };
const stranger: Ending = { reason: 'stranger', isDoubtful: true };

type Status = Extract<ScriptedFault, { kind: 'status' }>;

const status =
  (code: number, more: Partial<Status> = {}) =>
  (): ScriptedFault => ({ kind: 'status', status: code, ...more });
const limited = (retryAfter?: () => string) => (): ScriptedFault => ({
  kind: 'rate_limited',
  ...(retryAfter && { retryAfter: retryAfter() }),
});

/** An HTTP date has whole seconds: this one is two seconds ahead at least. */
const inTwoSeconds = () => new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000).toUTCString();
const PAGE = { body: '<h1>404 page not found</h1>', headers: { 'content-type': 'text/html' } };
const HTML = { body: '<html><body><h1>Bad Gateway</h1></body></html>', headers: { 'content-type': 'text/html' } };

/** What every operation meets. */
const FOR_EVERY_OPERATION = [
  '400',
  '401',
  '403',
  '404',
  '410',
  '404, applied',
  '429, Retry-After 2, once',
  '429, Retry-After a year',
  '500',
  '500, applied',
  '500, and everything after it',
  '503, applied, once',
  '302 to another origin',
];

/** KirimChat, or something in front of it, says no. */
export const STATUSES: readonly Fault[] = withVariants(
  [
    { name: '400', scripted: status(400), ends: { reason: 400 } },
    {
      name: '400 whose message has the key, control characters and a link in it',
      scripted: ({ apiKey }) => {
        const message = `The key ${apiKey} is\u0007 not\n\u202e[${apiKey}](command:workbench.action.quit) welcome`;
        const error = { type: 'invalid_request_error', code: 'invalid_request', message, request_id: apiKey };
        return { kind: 'status', status: 400, body: { error } };
      },
      ends: { reason: 'keyInMessage' },
    },
    {
      name: '400 that is no envelope',
      scripted: status(400, { body: 'Bad Request' }),
      ends: stranger,
    },
    { name: '401', scripted: status(401), ends: { reason: 'unauthorized', stopsRun: true } },
    {
      name: '401, expired',
      scripted: status(401, { body: { error: { type: 'authentication_error', code: 'expired_api_key' } } }),
      ends: { reason: 'expired', stopsRun: true },
    },
    { name: '403', scripted: status(403), ends: { reason: 'forbidden', stopsRun: true } },
    // The labels are there all the while: the list knows better.
    { name: '404', scripted: status(404), ends: { reason: 404, isMissing: true } },
    { name: '410', scripted: status(410), ends: { reason: 410, isMissing: true } },
    {
      name: '404, applied',
      scripted: status(404, { applied: true }),
      ends: { reason: 404, isMissing: true },
      cannotMeet: ONLY_DELETIONS,
    },
    { name: '404 with HTML', scripted: status(404, PAGE), ends: stranger },
    { name: '404 with HTML, applied', scripted: status(404, { ...PAGE, applied: true }), ends: stranger },
    { name: '404 of another API', scripted: status(404, { body: { message: 'Not Found' } }), ends: stranger },
    { name: '401 with HTML', scripted: status(401, PAGE), ends: stranger },
    { name: '403 with HTML', scripted: status(403, PAGE), ends: stranger },
    { name: '408', scripted: status(408), ends: { reason: 408 } },
    { name: '409', scripted: status(409), ends: { reason: 409 } },
    { name: '422', scripted: status(422), ends: { reason: 422 } },
    { name: '429, Retry-After 2', scripted: limited(() => '2'), ends: { reason: 'breakOf2Seconds' } },
    { name: '429, Retry-After 2, once', scripted: limited(() => '2'), times: 1, ends: 'works' },
    { name: '429, Retry-After a date, once', scripted: limited(inTwoSeconds), times: 1, ends: 'works' },
    { name: '429, Retry-After -5', scripted: limited(() => '-5'), ends: { reason: 'break' } },
    { name: '429, no Retry-After', scripted: limited(), ends: { reason: 'break' } },
    {
      name: '429, Retry-After a year',
      scripted: limited(() => String(365 * 24 * 60 * 60)),
      ends: { reason: 'breakOfAYear', stopsRun: true },
    },
    { name: '500', scripted: status(500), ends: failed },
    { name: '500, applied', scripted: status(500, { applied: true }), ends: failed },
    {
      name: '500, and everything after it',
      act: (exchange) => exchange.reply({ status: 500, headers: {}, body: Buffer.from('{}') }),
      hits: 'onward',
      ends: outOfOrder,
    },
    { name: '500 that is no envelope', scripted: status(500, { body: 'null' }), ends: outOfOrder },
    { name: '502', scripted: status(502), ends: failed },
    { name: '502 with HTML', scripted: status(502, HTML), ends: outOfOrder },
    { name: '503', scripted: status(503), ends: failed },
    { name: '503, once', scripted: status(503), times: 1, ends: 'works' },
    { name: '503, applied, once', scripted: status(503, { applied: true }), times: 1, ends: 'works' },
    { name: '504, applied', scripted: status(504, { applied: true }), ends: failed },
    ...([301, 302, 307, 308] as const).map((code): Fault => ({
      name: `${code} to another origin`,
      scripted: ({ site }) => ({ kind: 'redirect', status: code, location: site.foreign.url }),
      ends: { reason: 'redirected', isDoubtful: true },
    })),
  ],
  FOR_EVERY_OPERATION,
);
