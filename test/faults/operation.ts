import type { FaultMatch } from '../kirim';
import type { Cell } from './cell';
import type { Fault, OperationName } from './fault';

/** What a person was told: all of it, and nothing else. */
export interface Told {
  readonly errors?: readonly string[];
  readonly notifications?: readonly string[];
  /** In the box that asks for a key. */
  readonly refusals?: readonly string[];
}

/** How it is on the server with the labels that an operation is about. */
export interface Standing {
  readonly total: number;
  /** They are what was asked for. */
  readonly done: number;
  /** They are not there. */
  readonly gone: number;
}

/** Something that a person does. */
export interface Operation {
  readonly name: OperationName;
  /** The requests that it is about. */
  readonly target: FaultMatch;
  /** The last request before those, where there is one. */
  readonly before?: FaultMatch;
  /** It shares its code with others: it meets no faults that are much like another one. */
  readonly isSimilar?: boolean;
  /** A run of many labels, which leaves a part of the rate limit to others. */
  readonly isRun?: boolean;
  /** Everything up to there, without a fault. */
  prepare(cell: Cell): PromiseLike<unknown>;
  run(cell: Cell): PromiseLike<unknown>;
  /** Of an operation that writes. */
  readonly standing?: (cell: Cell) => Standing;
  /** What should be told, given how things are on the server now. */
  told(fault: Fault, cell: Cell): Told;
  /** What a person does next when it failed and the fault is gone, where more than Refresh Labels is needed. */
  recover?(cell: Cell): PromiseLike<unknown>;
}
