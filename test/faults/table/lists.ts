import type { Cell } from '../cell';
import type { Exchange } from '../exchange';
import type { Fault } from '../fault';

interface Page {
  data: object[];
  has_more: boolean;
  next_cursor: string | null;
}

function changed(change: (page: Page, target: string) => Partial<Page>) {
  return async (exchange: Exchange): Promise<void> => {
    const answer = await exchange.answer(exchange.request.target.replace(/&cursor=.*/, ''));
    const page = JSON.parse(answer.body.toString()) as Page;
    await exchange.reply({
      ...answer,
      body: Buffer.from(JSON.stringify({ ...page, ...change(page, exchange.request.target) })),
    });
  };
}

const cursorIn = (target: string) => new URLSearchParams(target.replace(/.*\?/, '')).get('cursor') ?? '';

/** Two labels a page; after each of the first ones somebody else deletes a label and makes another one. */
async function comeAndGo(exchange: Exchange, cell: Cell): Promise<void> {
  await exchange.answer(exchange.request.target.replace('limit=100', 'limit=2'));
  await exchange.reply();
  cell.colleagueActs();
}

async function emptyFirst(exchange: Exchange): Promise<void> {
  const answer = await exchange.answer(exchange.request.target.replace(/&cursor=.*/, ''));
  const isFirst = !exchange.request.target.includes('cursor=');
  const page = { data: [], has_more: true, next_cursor: 'go-on' };
  await exchange.reply(isFirst ? { ...answer, body: Buffer.from(JSON.stringify(page)) } : answer);
}

/** The list comes in odd pages. Every operation reads it before, after or in between. */
export const LISTS: readonly Fault[] = [
  { name: 'a page with duplicate ids', act: changed(({ data }) => ({ data: [...data, ...data] })) },
  { name: 'an empty page before the others', act: emptyFirst },
  { name: 'labels come and go between pages', act: comeAndGo },
]
  .map((fault): Fault => ({ ...fault, hits: 'lists', ends: 'works' }))
  .concat(
    [
      { name: 'a cursor that repeats', act: changed(() => ({ has_more: true, next_cursor: 'again' })) },
      {
        name: 'a cursor that never ends',
        act: changed((_, target) => ({ has_more: true, next_cursor: `${cursorIn(target)}+` })),
      },
      { name: 'more to come, but no cursor', act: changed(() => ({ has_more: true, next_cursor: null })) },
    ].map((fault) => ({ ...fault, hits: 'lists', ends: { reason: 'incomplete' } })),
  );
