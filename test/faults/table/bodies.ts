import { gzipSync } from 'node:zlib';
import { LABEL_COLORS } from '../../kirim';
import { BYSTANDER, type Cell } from '../cell';
import type { Exchange } from '../proxy/exchange';
import type { Fault } from '../fault';
import { ONLY_DELETIONS } from './only';
import { withVariants } from './variants';

interface Named {
  id?: string;
  name?: string;
  color?: string;
  deleted?: boolean;
}

/** What answers have in common. */
interface Body {
  data: (Named & { organization?: Named }) | Named[];
}

const unreadable = { reason: 'unreadable', isDoubtful: true } as const;
const corrupt = { reason: 'network', isDoubtful: true } as const;
const JSON_TYPE = { 'content-type': 'application/json' };
const PADDING = 30_000_000;

/** The stand-in's own answer, with something else in it. */
function changed(change: (body: Body, cell: Cell) => unknown) {
  return async (exchange: Exchange, cell: Cell): Promise<void> => {
    const answer = await exchange.answer();
    const body = JSON.parse(answer.body.toString()) as Body;
    await exchange.reply({ ...answer, body: Buffer.from(JSON.stringify(change(body, cell) ?? body)) });
  };
}

/** Of whatever the answer is about. */
function firstIn({ data }: Body): Named {
  return (Array.isArray(data) ? data[0] : (data.organization ?? data)) ?? {};
}

function withoutId(body: Body): void {
  delete firstIn(body).id;
}

/** The id of a label that exists. */
function withOtherId(body: Body, cell: Cell): void {
  firstIn(body).id = cell.find(BYSTANDER)?.id ?? '';
}

function notDeleted(body: Body): void {
  firstIn(body).deleted = false;
}

function withMore(body: Body): object {
  const more = { shade: 'dark', since: null, tags: ['new', { nested: true }] };
  const { data } = body;
  const all = Array.isArray(data) ? data.map((one) => ({ ...one, ...more })) : { ...data, ...more };
  return { ...more, ...body, data: all };
}

function withNewColor(body: Body): void {
  const { data } = body;
  for (const one of Array.isArray(data) ? data : [data]) {
    if (LABEL_COLORS.some((color) => color === one.color)) {
      one.color = 'chartreuse';
    }
  }
}

function padded(body: Body): object {
  return { padding: 'x'.repeat(PADDING), ...body };
}

/** Says another type, or another encoding, than the body has; undefined leaves the body as it is. */
function encoded(headers: Record<string, string>, encode: (body: Buffer) => Buffer = (body) => body) {
  return async (exchange: Exchange): Promise<void> => {
    const answer = await exchange.answer();
    const body = encode(answer.body);
    await exchange.reply({ ...answer, headers: { ...answer.headers, ...headers }, body });
  };
}

const GZIP = { 'content-encoding': 'gzip' };

async function other(exchange: Exchange, isApplied: boolean, body: string): Promise<void> {
  if (isApplied) {
    await exchange.answer();
  }
  await exchange.reply({ status: 200, headers: JSON_TYPE, body: Buffer.from(body) });
}

/** A label that nobody asked for, in place of the answer. */
async function otherLabel(exchange: Exchange, cell: Cell): Promise<void> {
  const data = { ...cell.find(BYSTANDER), deleted: true };
  await other(exchange, false, JSON.stringify({ data, request_id: 'req_other' }));
}

const ASKED_FOR_NONE = {
  list: 'the list is not asked for a certain label',
  'sign in': 'whose key it is, only the answer tells',
};

/** What every operation meets. */
const FOR_EVERY_OPERATION = ['200 with HTML, applied', 'another label', 'the id is missing, applied'];

/** The answer comes, but it is not what was asked for. */
export const BODIES: readonly Fault[] = withVariants(
  [
    { name: '200 with HTML (captive portal)', scripted: () => ({ kind: 'html' }), ends: unreadable },
    { name: '200 with HTML, applied', scripted: () => ({ kind: 'html', applied: true }), ends: unreadable },
    { name: '200 with HTML, and everything after it', act: portal, hits: 'onward', ends: unreadable },
    { name: '200 with null', act: (exchange) => other(exchange, false, 'null'), ends: unreadable },
    { name: '200 with null, applied', act: (exchange) => other(exchange, true, 'null'), ends: unreadable },
    { name: '200 without a body', act: (exchange) => other(exchange, false, ''), ends: unreadable },
    { name: '200 without a body, applied', act: (exchange) => other(exchange, true, ''), ends: unreadable },
    { name: 'another label', act: otherLabel, ends: unreadable, cannotMeet: ASKED_FOR_NONE },
    { name: 'another label’s id, applied', act: changed(withOtherId), ends: unreadable, cannotMeet: ASKED_FOR_NONE },
    {
      name: '“deleted”: false',
      act: notDone,
      ends: unreadable,
      cannotMeet: ONLY_DELETIONS,
    },
    {
      name: '“deleted”: false, applied',
      act: changed(notDeleted),
      ends: unreadable,
      cannotMeet: ONLY_DELETIONS,
    },
    {
      name: 'the id is missing, applied',
      act: changed(withoutId),
      ends: unreadable,
      cannotMeet: { list: 'a label that cannot be read hides no other one' },
    },
    { name: 'more fields than documented', act: changed(withMore), hits: 'all', ends: 'works' },
    { name: 'colors that are not known', act: changed(withNewColor), hits: 'all', ends: 'works' },
    { name: '30 MB of body', act: changed(padded), times: 1, ends: 'works' },
    { name: 'gzip', act: encoded(GZIP, gzipSync), ends: 'works' },
    { name: 'gzip that is plain text', act: encoded(GZIP), ends: corrupt },
    // Node takes what it has got for the whole.
    { name: 'gzip cut in the middle', act: encoded(GZIP, halfOfGzip), ends: unreadable },
    { name: 'JSON as text/html', act: encoded({ 'content-type': 'text/html' }), ends: 'works' },
  ],
  FOR_EVERY_OPERATION,
);

function portal(exchange: Exchange): Promise<void> {
  const body = Buffer.from('<!doctype html><title>Wi-Fi login</title>');
  return exchange.reply({ status: 200, headers: { 'content-type': 'text/html' }, body });
}

function notDone(exchange: Exchange): Promise<void> {
  const id = exchange.request.path.split('/').at(-1);
  return other(exchange, false, JSON.stringify({ data: { object: 'label', id, deleted: false } }));
}

function halfOfGzip(body: Buffer): Buffer {
  const zipped = gzipSync(body);
  return zipped.subarray(0, zipped.length / 2);
}
