import type { Benchmark } from './benchmark';
import { list } from './benchmarks/list';

/** In the order of the report. */
export const benchmarks: readonly Benchmark[] = [list];
