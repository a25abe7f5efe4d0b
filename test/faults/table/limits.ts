import { RATE_LIMIT_HEADERS } from '../../kirim';
import type { Exchange } from '../proxy/exchange';
import type { Fault } from '../fault';

type Way = keyof typeof RATE_LIMIT_HEADERS;

const NAMES: Readonly<Record<string, string>> = {
  'x-ratelimit-limit': 'X-RateLimit-Limit',
  'x-ratelimit-remaining': 'X-RateLimit-Remaining',
  'x-ratelimit-reset': 'X-RateLimit-Reset',
};

/** On the wire, names of headers are in small letters here. */
function told(way: Way) {
  return async (exchange: Exchange): Promise<void> => {
    const answer = await exchange.answer();
    const limits: Record<string, string> = {};
    const others: Record<string, string> = {};
    for (const [name, value] of Object.entries(answer.headers)) {
      const limit = NAMES[name];
      (limit === undefined ? others : limits)[limit ?? name] = value;
    }
    await exchange.reply({ ...answer, headers: { ...others, ...RATE_LIMIT_HEADERS[way](limits) } });
  };
}

/** The headers of the rate limit are not there, or not as documented. */
export const LIMITS: readonly Fault[] = (Object.keys(RATE_LIMIT_HEADERS) as Way[]).map((way) => ({
  name: `headers of the rate limit that are ${way}`,
  act: told(way),
  hits: 'all',
  ends: 'works',
  isVariant: way === 'nonsense',
}));
