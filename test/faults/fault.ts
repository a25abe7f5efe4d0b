import type { Fault as ScriptedFault } from '../kirim';
import type { Cell } from './cell';
import type { Door } from './doors';
import type { Exchange } from './exchange';
import type { Reason } from './reasons';

export type OperationName = 'list' | 'delete' | 'bulk delete' | 'create' | 'sign in';

/**
 * How an operation should end under a fault, if it asks for nothing else afterwards.
 *
 * `works`: as if nothing had been. `missing`: KirimChat says that there is no such thing.
 */
export type Ending =
  | 'works'
  | 'missing'
  | {
      readonly reason: Reason;
      /** From the answer alone nobody knows whether a write was carried out. */
      readonly isDoubtful?: boolean;
      /** Every other request would get the same answer, so that no more are sent. */
      readonly stopsRun?: boolean;
    };

/**
 * Which requests are hit. `target`: those that the operation is about. `lists`: those for the list, around it. `onward`:
 * the first that the operation is about, and everything after it. `all`: each one.
 */
export type Hits = 'target' | 'lists' | 'onward' | 'all';

/** What goes wrong with every connection from some moment on. */
export interface Outage {
  begin(cell: Cell): void;
  end(cell: Cell): Promise<void> | void;
}

export interface Fault {
  readonly name: string;
  readonly ends: Ending;
  /** `target` unless told. */
  readonly hits?: Hits;
  /** How many of these requests; all of them unless told. */
  readonly times?: number;
  /** `plain` unless told. */
  readonly door?: Door;
  /** On the wire. */
  readonly act?: (exchange: Exchange, cell: Cell) => Promise<void>;
  /** What the stand-in can do by itself. */
  readonly scripted?: (cell: Cell) => ScriptedFault;
  /** From right before the request that the operation is about. */
  readonly outage?: Outage;
  /** What the server says is not true, so that nothing can be concluded from it. */
  readonly isLie?: boolean;
  /** Why it cannot meet an operation. */
  readonly cannotMeet?: Partial<Record<OperationName, string>>;
}
