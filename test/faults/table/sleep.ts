import type { Cell } from '../cell';
import type { Exchange } from '../proxy/exchange';
import type { Fault } from '../fault';
import type { WireAnswer } from '../proxy/wire';
import { BROKEN } from './answers';
import { ONLY_WRITES } from './only';

const NIGHT_MS = 8 * 60 * 60 * 1000;
const BREAK: WireAnswer = {
  status: 429,
  headers: { 'retry-after': '60', 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0' },
  body: Buffer.from(
    JSON.stringify({ error: { type: 'rate_limit_error', code: 'rate_limit_exceeded', request_id: 'req_break' } }),
  ),
};

const idIn = ({ request }: Exchange) => request.path.split('/').at(-1) ?? '';

/** Timers stand still while a computer sleeps. Somebody else is awake, and renames what this person has agreed to. */
function night(cell: Cell, ...except: readonly string[]): void {
  cell.colleagueRenames(...except);
  cell.site.clock.shift(NIGHT_MS);
}

/** While an answer is on its way. */
async function beforeAnswer(exchange: Exchange, cell: Cell): Promise<void> {
  await exchange.answer();
  night(cell, idIn(exchange));
  await exchange.reply();
}

/** The connection does not live that long, and nobody knows whether the request has arrived: it has not. */
async function beforeReset(exchange: Exchange, cell: Cell): Promise<void> {
  night(cell);
  await exchange.reset();
}

async function inBreak(exchange: Exchange, cell: Cell): Promise<void> {
  await exchange.reply(BREAK);
  await cell.site.clock.nextBreak();
  night(cell);
}

/** The first one as above; after it nothing can be read any more. */
async function beforeSilence(exchange: Exchange, cell: Cell): Promise<void> {
  const { method } = exchange.request;
  if (method === 'GET') {
    await exchange.reply(BROKEN);
  } else if (cell.renamed.size > 0) {
    await exchange.reply();
  } else {
    await beforeAnswer(exchange, cell);
  }
}

/** The computer sleeps through the night, in the middle of it. What is renamed meanwhile is left alone. */
export const SLEEP: readonly Fault[] = [
  { name: 'the computer sleeps while an answer is on its way', act: beforeAnswer, times: 1, ends: 'open' },
  { name: 'the computer sleeps, and the connection with it', act: beforeReset, times: 1, ends: 'open' },
  { name: 'the computer sleeps in a break', act: inBreak, times: 1, ends: 'open' },
  {
    name: 'the computer sleeps, and nothing can be read after that',
    act: beforeSilence,
    hits: 'onward',
    ends: 'open',
    cannotMeet: ONLY_WRITES,
  },
];
