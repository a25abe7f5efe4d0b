import { l10n } from '../ui/l10n';
import * as v from 'valibot';
import { NO_FILTER } from '../labels/query/labelFilter';
import { pageOf, pageSchema, parseInput } from './listing';
import type { Tool } from './tool';

const inputSchema = v.object(pageSchema);

/** Lists labels, of one organization or of all. */
export const listLabels: Tool = {
  doing: () => l10n.t('Listing labels'),
  run: ({ accounts }, input) => pageOf(accounts, NO_FILTER, parseInput(inputSchema, input)),
};
