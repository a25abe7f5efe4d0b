import { setTimeout as delay } from 'node:timers/promises';
import type { Cell } from '../cell';
import type { Exchange } from '../proxy/exchange';
import type { Fault } from '../fault';
import { bytesOf, type Framing } from '../proxy/wire';
import { withVariants } from './variants';

const broken = { reason: 'network', isDoubtful: true } as const;
const late = { reason: 'timeout', isDoubtful: true } as const;

/** The beginning of any answer. */
const HALF_A_HEAD = Buffer.from('HTTP/1.1 200 OK\r\ncontent-ty');
/** Enough for what was sent to arrive before the deadline: nothing depends on it. */
const MOMENT_MS = 5;
/** A second, as fast as the clock goes here. */
const SECOND_MS = 10;

const resetBefore = (exchange: Exchange) => exchange.reset();

async function resetBeforeApplied(exchange: Exchange): Promise<void> {
  await exchange.answer();
  await exchange.reset();
}

async function resetInHead(exchange: Exchange): Promise<void> {
  exchange.send(HALF_A_HEAD);
  await exchange.reset();
}

async function resetInHeadApplied(exchange: Exchange): Promise<void> {
  await exchange.answer();
  await resetInHead(exchange);
}

async function resetAfterHead(exchange: Exchange): Promise<void> {
  exchange.send(bytesOf(await exchange.answer()).head);
  await exchange.reset();
}

async function notHttp(exchange: Exchange): Promise<void> {
  exchange.send(Buffer.from('SSH-2.0-OpenSSH_9.6\r\n'));
  exchange.end();
  await exchange.closed;
}

/** @param end how many bytes of the body arrive; from the end where it is negative. */
function cut(framing: Framing, end: (length: number) => number) {
  return async (exchange: Exchange): Promise<void> => {
    const { head, body } = bytesOf(await exchange.answer(), framing);
    exchange.send(head, body.subarray(0, end(body.length)));
    exchange.end();
  };
}

const CUTS: readonly (readonly [string, (length: number) => number])[] = [
  ['before its first byte', () => 0],
  ['after its first byte', () => 1],
  ['in the middle', (length) => Math.floor(length / 2)],
  ['before its last byte', (length) => length - 1],
];

/** Nothing more comes, and the request waits until its time is over. */
async function fallSilent(exchange: Exchange, { site }: Cell): Promise<void> {
  await delay(MOMENT_MS);
  site.clock.expireDeadlines();
  await exchange.closed;
}

async function silentBeforeApplied(exchange: Exchange, cell: Cell): Promise<void> {
  await exchange.answer();
  await fallSilent(exchange, cell);
}

async function silentAfterHead(exchange: Exchange, cell: Cell): Promise<void> {
  exchange.send(bytesOf(await exchange.answer()).head);
  await fallSilent(exchange, cell);
}

/** As long as anybody listens. */
async function trickle(exchange: Exchange, { site }: Cell): Promise<void> {
  const { head, body } = bytesOf(await exchange.answer());
  exchange.send(head);
  for (let sent = 0; sent < body.length && !exchange.isClosed; sent += 1) {
    exchange.send(body.subarray(sent, sent + 1));
    await delay(SECOND_MS);
    if (sent === 5) {
      site.clock.expireDeadlines();
    }
  }
}

/** What every operation meets. */
const FOR_EVERY_OPERATION = [
  'reset before the headers',
  'reset before the headers, applied',
  'reset before the headers, applied, and everything after it',
  'reset before the headers, applied, once',
  'silence before the headers, applied',
];

/** The connection breaks, or nothing comes over it. */
export const BROKEN: readonly Fault[] = withVariants(
  [
    { name: 'reset before the headers', act: resetBefore, ends: broken },
    { name: 'reset before the headers, applied', act: resetBeforeApplied, ends: broken },
    { name: 'reset before the headers, and everything after it', act: resetBefore, hits: 'onward', ends: broken },
    {
      name: 'reset before the headers, applied, and everything after it',
      act: resetBeforeApplied,
      hits: 'onward',
      ends: broken,
    },
    { name: 'reset before the headers, once', act: resetBefore, times: 1, ends: 'works' },
    { name: 'reset before the headers, applied, once', act: resetBeforeApplied, times: 1, ends: 'works' },
    { name: 'reset during the headers', act: resetInHead, ends: broken },
    { name: 'reset during the headers, applied', act: resetInHeadApplied, ends: broken },
    { name: 'reset after the headers, applied', act: resetAfterHead, ends: broken },
    ...CUTS.map(([where, end]): Fault => ({ name: `body cut ${where}`, act: cut('length', end), ends: broken })),
    ...CUTS.map(([where, end]): Fault => ({
      name: `chunked body cut ${where}`,
      act: cut('chunked', end),
      ends: broken,
    })),
    {
      name: 'body of unknown length cut in the middle',
      act: cut('close', (length) => Math.floor(length / 2)),
      ends: { reason: 'unreadable', isDoubtful: true },
    },
    { name: 'not HTTP at all', act: notHttp, ends: broken },
    { name: 'one byte a second', act: trickle, ends: late },
    { name: 'silence after the headers', act: silentAfterHead, ends: late },
    { name: 'silence before the headers', act: fallSilent, ends: late },
    { name: 'silence before the headers, applied', act: silentBeforeApplied, ends: late },
    { name: 'silence, also after it', act: fallSilent, hits: 'onward', ends: late },
  ],
  FOR_EVERY_OPERATION,
);
