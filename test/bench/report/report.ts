import { readFile } from 'node:fs/promises';
import type { Row } from '../benchmark';
import { judge, type Judgement } from '../judgement';
import type { Machine } from './machine';

export interface Report {
  /** Newest first; only those that rows are left of. */
  readonly runs: readonly Run[];
}

/** Figures of one run may be compared with each other, those of different runs may not. */
export interface Run {
  /** ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  readonly quick: boolean;
  readonly rows: readonly JudgedRow[];
}

export interface JudgedRow extends Row {
  readonly benchmark: string;
  readonly judgements: readonly Judgement[];
}

export function judged(benchmark: string, row: Row): JudgedRow {
  return { benchmark, ...row, judgements: row.targets.map((target) => judge(row, target)) };
}

/** A run beside what is left of the runs before it: the benchmarks that it did not repeat. */
export function merged(run: Run, benchmarks: readonly string[], before: Report): Report {
  const rest = before.runs.map((old) => ({
    ...old,
    rows: old.rows.filter(({ benchmark }) => !benchmarks.includes(benchmark)),
  }));
  return { runs: [run, ...rest].filter(({ rows }) => rows.length > 0) };
}

/** What `file` has in it; an empty report where there is none. */
export async function readReport(file: string): Promise<Report> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } catch {
    return { runs: [] };
  }
}
