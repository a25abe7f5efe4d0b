import type { BareRequest } from './bareDelete';
import type { RowKind } from './bareList';

/** How long VS Code took to activate an extension, in milliseconds. */
export interface ActivationTimes {
  /** All of it, as whoever waits for it sees it. */
  readonly total: number;
  /** Reading and running its main file, and calling `activate`, by VS Code's own marks, which are whole milliseconds. */
  readonly load: number;
  readonly call: number;
}

/** What the companion does in the extension host when the benchmark asks for it. Times are milliseconds since 1970. */
export interface HostOperations {
  readonly activate: (id: string) => Promise<ActivationTimes>;
  readonly isActive: (id: string) => boolean;
  /** Resolves when the extension host has nothing to do any more. */
  readonly quiet: () => Promise<void>;
  /** Ids of VS Code's own extensions that have a view or commands. */
  readonly builtIns: () => readonly string[];
  /** Shows so many rows in the bare list; resolves to when that event was fired. */
  readonly fillList: (count: number, kind: RowKind) => number;
  readonly renameFirst: (name: string) => number;
  readonly removeFirst: () => number;
  /** Asks whether to delete; takes the first row of the bare list out when that was answered, and all requests were. */
  readonly bareDelete: (requests: readonly BareRequest[], apiKey: string) => Promise<void>;
  /** How long a bare `fetch` of this address takes until its body was read, in milliseconds. */
  readonly roundTrip: (url: string, apiKey: string) => Promise<number>;
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
