import type { Cell } from '../cell';
import type { Exchange } from '../proxy/exchange';
import type { Fault } from '../fault';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The clock is set while the request is on its way. */
function jump(ms: number) {
  return async (exchange: Exchange, { site }: Cell): Promise<void> => {
    await exchange.answer();
    site.clock.shift(ms);
    await exchange.reply();
  };
}

/** The clock is set in the middle of the break that the server asked for. */
function jumpInABreak(ms: number) {
  return async (exchange: Exchange, { site }: Cell): Promise<void> => {
    const headers = { 'retry-after': '60', 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0' };
    await exchange.reply({ status: 429, headers, body: Buffer.from('{}') });
    await site.clock.nextBreak();
    site.clock.shift(ms);
  };
}

/** Somebody sets the clock of the computer, or it wakes up. */
export const CLOCKS: readonly Fault[] = [
  { name: 'the clock jumps a day ahead', act: jump(DAY_MS) },
  { name: 'the clock jumps a day back', act: jump(-DAY_MS) },
  { name: 'the clock jumps a day ahead in a break', act: jumpInABreak(DAY_MS) },
  { name: 'the clock jumps a day back in a break', act: jumpInABreak(-DAY_MS) },
].map((fault) => ({ ...fault, times: 1, ends: 'works' }));
