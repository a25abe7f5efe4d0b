import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rowsOf } from '../../host/support/rowsOfServer';
import { endsTooEarly, ODD_RECORDS, withOddRecords } from '../../kirim';
import { BYSTANDER, type Cell } from '../cell';
import type { Exchange } from '../proxy/exchange';
import type { Fault } from '../fault';
import { replyChanged } from './answers';

interface Page {
  data: object[];
  has_more: boolean;
  next_cursor: string | null;
}

type Odd = keyof typeof ODD_RECORDS;

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
const twoAPage = ({ request }: Exchange) => request.target.replace('limit=100', 'limit=2');

/** Two labels a page; after each of the first ones somebody else deletes a label and makes another one. */
async function comeAndGo(exchange: Exchange, cell: Cell): Promise<void> {
  await exchange.answer(twoAPage(exchange));
  await exchange.reply();
  cell.colleagueActs();
}

async function emptyFirst(exchange: Exchange): Promise<void> {
  const answer = await exchange.answer(exchange.request.target.replace(/&cursor=.*/, ''));
  const isFirst = !exchange.request.target.includes('cursor=');
  const page = { data: [], has_more: true, next_cursor: 'go-on' };
  await exchange.reply(isFirst ? { ...answer, body: Buffer.from(JSON.stringify(page)) } : answer);
}

/** Two labels, and then nobody knows where the others are. */
async function breaksOff(exchange: Exchange): Promise<void> {
  await exchange.answer(twoAPage(exchange));
  await replyChanged(exchange, endsTooEarly);
}

/** The first cursor that is sent is said to be none. */
async function refusesOneCursor(exchange: Exchange, { site }: Cell): Promise<void> {
  const later = site.proxy.requests.filter(({ target }) => target.includes('cursor='));
  if (exchange.request.target.includes('cursor=') && later.length === 1) {
    const error = { type: 'invalid_request_error', code: 'invalid_cursor', message: 'No.', request_id: 'req_cursor' };
    const headers = { 'content-type': 'application/json' };
    await exchange.reply({ status: 400, headers, body: Buffer.from(JSON.stringify({ error })) });
  } else {
    await exchange.answer(twoAPage(exchange));
    await exchange.reply();
  }
}

/** All but the label that cannot be read are shown, and the log says which one that is, as far as it has an id. */
function othersAreShown(odd: Odd) {
  return async ({ organization, site }: Cell): Promise<void> => {
    await vscode.commands.executeCommand('kirimLabels.refresh');
    const readable = organization.labels().filter(({ name }) => name !== BYSTANDER);
    assert.deepEqual(await rowsOf(site.view), readable.map(({ id, name }) => `${id} ${name}`).sort());
    if (odd === 'a time that is null') {
      const { id } = organization.labels().find(({ name }) => name === BYSTANDER) ?? { id: '' };
      assert.ok(site.log.some((line) => line.includes(id) && line.includes('updated_at')));
    }
  };
}

const odd = (name: Odd) => (exchange: Exchange) =>
  replyChanged(
    exchange,
    withOddRecords((label) => label.name === BYSTANDER, name),
  );

const ownOdd = (exchange: Exchange, { agreed }: Cell) =>
  replyChanged(
    exchange,
    withOddRecords(({ id }) => agreed.has(id), 'a time that is null'),
  );

/** The list comes in odd pages. Every operation reads it before, after or in between. */
export const LISTS: readonly Fault[] = [
  { name: 'a page with duplicate ids', act: changed(({ data }) => ({ data: [...data, ...data] })) },
  { name: 'an empty page before the others', act: emptyFirst },
  { name: 'labels come and go between pages', act: comeAndGo },
  { name: 'a cursor that is refused once', act: refusesOneCursor },
  ...(Object.keys(ODD_RECORDS) as Odd[]).map((name) => ({
    name: `a label with ${name} in the list`,
    act: odd(name),
    holds: othersAreShown(name),
    isVariant: name !== 'a time that is null',
  })),
]
  .map((fault): Fault => ({ ...fault, hits: 'lists', ends: 'works' }))
  .concat([
    {
      name: 'a cursor that repeats',
      act: changed(() => ({ has_more: true, next_cursor: 'again' })),
      hits: 'lists',
      ends: { reason: 'incomplete' },
    },
    {
      name: 'a cursor that never ends',
      act: changed((_, target) => ({ has_more: true, next_cursor: `${cursorIn(target)}+` })),
      hits: 'lists',
      ends: { reason: 'incomplete' },
    },
    {
      name: 'more to come, but no cursor',
      act: (exchange) => replyChanged(exchange, endsTooEarly),
      hits: 'lists',
      ends: { reason: 'incomplete' },
    },
    { name: 'a list that breaks off', act: breaksOff, hits: 'lists', ends: { reason: 'incomplete' } },
    { name: 'the label itself cannot be read in the list', act: ownOdd, hits: 'lists', ends: 'open' },
  ]);
