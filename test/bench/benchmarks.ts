import type { Benchmark } from './benchmark';
import { deletes } from './benchmarks/deletes';
import { growth } from './benchmarks/growth';
import { list } from './benchmarks/list';
import { memory } from './benchmarks/memory';
import { oneDelete } from './benchmarks/oneDelete';
import { rateLimit } from './benchmarks/rateLimit';
import { sizes } from './benchmarks/sizes';

/** In the order of the report. */
export const benchmarks: readonly Benchmark[] = [list, oneDelete, deletes, rateLimit, memory, growth, sizes];
