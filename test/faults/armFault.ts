import type { FaultMatch } from '../kirim';
import type { Cell } from './cell';
import type { Exchange } from './proxy/exchange';
import type { Fault } from './fault';
import type { Operation } from './operation';
import type { WireRequest } from './proxy/wire';

const LISTS: FaultMatch = { method: 'GET', path: '/labels' };

/** From now on the fault meets the operation. Returns what ends that. */
export function armFault(fault: Fault, operation: Operation, cell: Cell): () => Promise<void> {
  const { proxy, kirim, clock } = cell.site;
  const { act, scripted, outage, times = Infinity } = fault;
  const hits = counted(hitsOf(fault, operation), times);
  const hit: Exchange[] = [];
  if (scripted) {
    kirim.faults.add({ match: operation.target, times, fault: scripted(cell) });
  }
  if (act) {
    proxy.act = (exchange) => {
      if (!hits(exchange.request)) {
        return exchange.reply();
      }
      hit.push(exchange);
      return act(exchange, cell);
    };
  }
  if (outage && operation.before) {
    proxy.act = afterThe(operation.before, () => {
      outage.begin(cell);
    });
  } else {
    outage?.begin(cell);
  }
  return async () => {
    kirim.faults.clear();
    proxy.act = (exchange) => exchange.reply();
    clock.setRight();
    // Node does not always close the connection of a request that was given up.
    for (const exchange of hit) {
      exchange.drop();
    }
    await outage?.end(cell);
  };
}

function hitsOf({ hits = 'target' }: Fault, { target }: Operation): (request: WireRequest) => boolean {
  let isReached = false;
  switch (hits) {
    case 'target':
      return (request) => isFor(target, request);
    case 'lists':
      return (request) => isFor(LISTS, request);
    case 'onward':
      return (request) => (isReached ||= isFor(target, request));
    case 'all':
      return () => true;
  }
}

function counted(hits: (request: WireRequest) => boolean, times: number): (request: WireRequest) => boolean {
  let left = times;
  return (request) => {
    const isHit = left > 0 && hits(request);
    left -= Number(isHit);
    return isHit;
  };
}

/** Lets everything pass, and calls `act` when such a request has been answered. */
function afterThe(match: FaultMatch, act: () => void) {
  let isOver = false;
  return async (exchange: Exchange): Promise<void> => {
    await exchange.reply();
    if (!isOver && isFor(match, exchange.request)) {
      isOver = true;
      act();
    }
  };
}

function isFor({ method, path }: FaultMatch, request: WireRequest): boolean {
  return request.method === method && (path === undefined || request.path === path);
}
