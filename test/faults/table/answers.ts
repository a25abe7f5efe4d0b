import { endsTooEarly, withOddRecords } from '../../kirim';
import type { Cell } from '../cell';
import type { Exchange } from '../proxy/exchange';
import type { Fault } from '../fault';
import type { WireAnswer } from '../proxy/wire';
import { ONLY_CHANGES, ONLY_DELETIONS, ONLY_WRITES } from './only';

type Act = NonNullable<Fault['act']>;

/** KirimChat’s own answer that something failed. */
export const BROKEN: WireAnswer = {
  status: 500,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(
    JSON.stringify({
      error: { type: 'api_error', code: 'internal_error', message: 'Scripted 500.', request_id: 'req_broken' },
    }),
  ),
};
const idIn = ({ request }: Exchange) => request.path.split('/').at(-1) ?? '';

/** KirimChat’s own answer, with other JSON made of its own. */
export async function replyChanged(exchange: Exchange, change: (body: unknown) => unknown): Promise<void> {
  const answer = await exchange.answer();
  const body = JSON.stringify(change(JSON.parse(answer.body.toString())));
  await exchange.reply({ ...answer, body: Buffer.from(body) });
}

/** KirimChat’s own answer that there is no such thing. */
function noSuchLabel(exchange: Exchange): Promise<void> {
  const error = { type: 'not_found', code: 'resource_not_found', message: 'Scripted 404.', request_id: 'req_none' };
  const body = Buffer.from(JSON.stringify({ error }));
  return exchange.reply({ status: 404, headers: { 'content-type': 'application/json' }, body });
}

/** A write gets one answer, and what is read after it another one. */
function answered(write: Act, read: Act = broken): Act {
  return (exchange, cell) => (exchange.request.method === 'GET' ? read : write)(exchange, cell);
}

const broken: Act = (exchange) => exchange.reply(BROKEN);
const early = (exchange: Exchange) => replyChanged(exchange, endsTooEarly);

/** The labels that the operation is about cannot be read in the list. */
function unreadable(exchange: Exchange, { agreed }: Cell): Promise<void> {
  return replyChanged(
    exchange,
    withOddRecords(({ id }) => agreed.has(id), 'a time that is null'),
  );
}

/** What the documentation has for an example: it leaves the id out. */
function example(exchange: Exchange): Promise<void> {
  return replyChanged(exchange, () => ({ data: { object: 'label', deleted: true } }));
}

/** Somebody else does the same, a moment before the request arrives. */
async function colleagueFirst(exchange: Exchange, cell: Cell): Promise<void> {
  const { method, body } = exchange.request;
  if (method === 'POST') {
    const { name } = JSON.parse(body.toString()) as { name: string };
    cell.organization.addLabel({ name, color: 'pink' });
  } else {
    cell.colleagueDeletes(idIn(exchange));
  }
  await exchange.reply();
}

/** KirimChat answers a write, and the list has to say what that means. */
export const ANSWERS: readonly Fault[] = [
  {
    name: '404, and nothing can be read after it',
    act: answered(noSuchLabel),
    hits: 'onward',
    ends: { reason: 404, isMissing: true },
    cannotMeet: ONLY_CHANGES,
  },
  {
    name: '404, and lists that end too early after it',
    act: answered(noSuchLabel, early),
    hits: 'onward',
    ends: { reason: 404, isMissing: true },
    isVariant: true,
    cannotMeet: ONLY_CHANGES,
  },
  {
    name: '500, and lists that end too early after it',
    act: answered(broken, early),
    hits: 'onward',
    ends: { reason: 'server', isDoubtful: true },
    cannotMeet: ONLY_WRITES,
  },
  {
    name: '500, and lists after it in which the label cannot be read',
    act: answered(broken, unreadable),
    hits: 'onward',
    ends: 'open',
    cannotMeet: ONLY_WRITES,
  },
  {
    name: '404, and lists after it in which the label cannot be read',
    act: answered(noSuchLabel, unreadable),
    hits: 'onward',
    ends: 'open',
    isVariant: true,
    cannotMeet: ONLY_CHANGES,
  },
  {
    name: 'the documentation’s example of an answer, and nothing can be read after it',
    act: answered(example),
    hits: 'onward',
    ends: 'works',
    cannotMeet: ONLY_DELETIONS,
  },
  { name: 'a colleague does the same first', act: colleagueFirst, ends: 'open', cannotMeet: ONLY_WRITES },
];
