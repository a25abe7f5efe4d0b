import type { Label } from '../../api/schema';
import { isFiltering, type LabelFilter, matcherOf } from './labelFilter';
import { inOrder, type SortOrder } from './sortOrder';

/** Which labels are shown, and in which order. */
export interface LabelQuery {
  readonly filter: LabelFilter;
  readonly sortOrder: SortOrder;
  /** What the names of retired labels begin with. */
  readonly retiredPrefix: string;
}

/** @param labels sorted by name. */
export function queried(labels: readonly Label[], { filter, sortOrder, retiredPrefix }: LabelQuery): readonly Label[] {
  const shown = isFiltering(filter) ? labels.filter(matcherOf(filter, retiredPrefix)) : labels;
  return inOrder(shown, sortOrder);
}
