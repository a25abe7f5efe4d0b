import type { Benchmark } from './benchmark';
import { deleteAll } from './benchmarks/deleteAll';
import { deletes } from './benchmarks/deletes';
import { filter } from './benchmarks/filter';
import { firstRows } from './benchmarks/firstRows';
import { growth } from './benchmarks/growth';
import { list } from './benchmarks/list';
import { manyRows } from './benchmarks/manyRows';
import { memory } from './benchmarks/memory';
import { oneDelete } from './benchmarks/oneDelete';
import { question } from './benchmarks/question';
import { rateLimit } from './benchmarks/rateLimit';
import { rowGone } from './benchmarks/rowGone';
import { sizes } from './benchmarks/sizes';
import { unused } from './benchmarks/unused';

/** In the order of the report. */
export const benchmarks: readonly Benchmark[] = [
  unused,
  firstRows,
  question,
  list,
  oneDelete,
  rowGone,
  deleteAll,
  deletes,
  rateLimit,
  manyRows,
  filter,
  memory,
  growth,
  sizes,
];
