import { NO_FILTER } from '../../labels/query/labelFilter';
import type { CommandContext } from '../commandContext';

export function clearFilter({ query }: CommandContext): void {
  query.filter = NO_FILTER;
}
