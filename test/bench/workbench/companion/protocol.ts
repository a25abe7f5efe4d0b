import type { BareRequest } from './bareDelete';
import type { RowKind } from './bareList';

/** What the companion does in the extension host when the benchmark asks for it. Times are milliseconds since 1970. */
export interface HostOperations {
  readonly isActive: (id: string) => boolean;
  /** Resolves when the extension host has nothing to do any more. */
  readonly quiet: () => Promise<void>;
  /** Shows so many rows in the bare list; resolves to when that event was fired. */
  readonly fillList: (count: number, kind: RowKind) => number;
  readonly renameFirst: (name: string) => number;
  readonly removeFirst: () => number;
  /** Asks whether to delete; takes the first row of the bare list out when that was answered, and all requests were. */
  readonly bareDelete: (requests: readonly BareRequest[], apiKey: string) => Promise<void>;
  /** How long a bare `fetch` of this address takes until its body was read, in milliseconds. */
  readonly roundTrip: (url: string, apiKey: string) => Promise<number>;
  /** From here on delays of the extension host's event loop are watched; the other tells the longest, in milliseconds. */
  readonly watchDelays: () => void;
  readonly longestDelay: () => number;
  /** Heap that the extension host holds after a garbage collection, in bytes. */
  readonly heldHeap: () => number;
  /** Records a CPU profile of the extension host from here on; the second call writes it into the file. */
  readonly startProfile: () => Promise<void>;
  readonly stopProfile: (file: string) => Promise<void>;
}

export type HostOperation = keyof HostOperations;

export interface Question {
  readonly number: number;
  readonly operation: HostOperation;
  readonly args: readonly unknown[];
}

export interface Answer {
  readonly number: number;
  readonly result?: unknown;
  readonly error?: string;
}
