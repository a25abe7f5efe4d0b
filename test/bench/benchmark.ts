import type { Programs } from './buildPrograms';

/** Something that is measured. It is found by its name: `npm run bench -- list deletes`. */
export interface Benchmark {
  readonly name: string;
  readonly run: (context: BenchContext) => Promise<readonly Row[]>;
}

export interface BenchContext {
  /** Fewer rounds, and nothing that takes minutes. */
  readonly quick: boolean;
  /** Says also where the time goes, and leaves a CPU profile and a flame graph behind, where a benchmark can. */
  readonly profile: boolean;
  /** For files that are left behind to look at. It is there. */
  readonly folder: string;
  /** The clients, as they are shipped. */
  readonly programs: Programs;
  /** Says on the terminal what is going on. */
  readonly log: (text: string) => void;
}

/** Index i is round i. */
export interface Series {
  readonly name: string;
  readonly samples: readonly number[];
}

/** One line of the report. */
export interface Row {
  readonly what: string;
  /** `bytes` are shown in KB or MB; any other unit as it is. */
  readonly unit: string;
  readonly ours: Series;
  /** What ours is compared with. */
  readonly others: readonly Series[];
  readonly targets: readonly Target[];
  /** What one has to know to read the figures. */
  readonly note?: string;
  /** Counted, not timed. */
  readonly facts?: Readonly<Record<string, number | string>>;
  readonly plot?: Plot;
}

/**
 * What is to be reached. `ratio`: ours ÷ the other; `speedup`: the other ÷ ours; `difference`: ours − the other, in the
 * unit of the row; `value`: ours alone.
 */
export type Target = Limit &
  ({ readonly judge: 'ratio' | 'speedup' | 'difference'; readonly of: string } | { readonly judge: 'value' });

export interface Limit {
  /** As in "at most 1.10 ×". */
  readonly words: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Lines in a field, both of whose axes are logarithmic. */
export interface Plot {
  /** Without its ending. */
  readonly file: string;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly lines: readonly { readonly name: string; readonly points: readonly (readonly [x: number, y: number])[] }[];
}
