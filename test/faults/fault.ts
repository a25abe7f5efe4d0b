import type { Fault as ScriptedFault } from '../kirim';
import type { Cell } from './cell';
import type { Door } from './proxy/doors';
import type { Exchange } from './proxy/exchange';
import type { Reason } from './reasons';

export type OperationName =
  | 'list'
  | 'delete'
  | 'bulk delete'
  | 'new'
  | 'create'
  | 'bulk create'
  | 'rename'
  | 'bulk recolor'
  | 'retire'
  | 'bulk retire'
  | 'restore'
  | 'bulk restore'
  | 'sign in';

/**
 * How an operation should end under a fault, if it asks for nothing else afterwards.
 *
 * `works`: as if nothing had been. `open`: what is said may be one thing or another, as long as it is true.
 */
export type Ending =
  | 'works'
  | 'open'
  | {
      readonly reason: Reason;
      /** From the answer alone nobody knows whether a write was carried out. */
      readonly isDoubtful?: boolean;
      /** KirimChat says that there is no such thing; only the list tells whether that is so. */
      readonly isMissing?: boolean;
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
  /** Much like another fault of its table: operations that share their code with others do not meet it. */
  readonly isVariant?: boolean;
  /** What else has to hold while the fault lasts, after the operation. */
  readonly holds?: (cell: Cell) => Promise<void>;
  /** Why it cannot meet an operation. */
  readonly cannotMeet?: Partial<Record<OperationName, string>>;
}
