import type { Benchmark } from './benchmark';
import { activation } from './benchmarks/activation';
import { deletes } from './benchmarks/deletes';
import { filter } from './benchmarks/filter';
import { firstRows } from './benchmarks/firstRows';
import { growth } from './benchmarks/growth';
import { list } from './benchmarks/list';
import { manyRows } from './benchmarks/manyRows';
import { memory } from './benchmarks/memory';
import { oneDelete } from './benchmarks/oneDelete';
import { rateLimit } from './benchmarks/rateLimit';
import { rowGone } from './benchmarks/rowGone';
import { sizes } from './benchmarks/sizes';
import { unused } from './benchmarks/unused';

/** In the order of the report. */
export const benchmarks: readonly Benchmark[] = [
  activation,
  unused,
  firstRows,
  list,
  oneDelete,
  rowGone,
  deletes,
  rateLimit,
  manyRows,
  filter,
  memory,
  growth,
  sizes,
];
