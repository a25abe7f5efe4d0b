import type { FaultMatch } from '../kirim';
import type { Cell } from './cell';
import type { Fault, OperationName } from './fault';

/** What a person was told: all of it, and nothing else. */
export interface Told {
  readonly errors?: readonly string[];
  readonly notices?: readonly string[];
  /** In the box that asks for a key. */
  readonly refusals?: readonly string[];
}

/** Something that a person does. */
export interface Operation {
  readonly name: OperationName;
  /** The requests that it is about. */
  readonly target: FaultMatch;
  /** The last request before those, where there is one. */
  readonly before?: FaultMatch;
  /** Everything up to there, without a fault. */
  prepare(cell: Cell): PromiseLike<unknown>;
  run(cell: Cell): PromiseLike<unknown>;
  /** What should be told, given how things are on the server now. */
  told(fault: Fault, cell: Cell): Told;
  /** What a person does next when it failed and the fault is gone, where more than Refresh Labels is needed. */
  recover?(cell: Cell): PromiseLike<unknown>;
}
