import { l10n } from '../ui/l10n';
import * as v from 'valibot';
import { pageOf, pageSchema, parseInput } from './listing';
import type { Tool } from './tool';

const inputSchema = v.object({
  ...pageSchema,
  text: v.optional(v.string(), ''),
  color: v.optional(v.string()),
  team_id: v.optional(v.string()),
  retired: v.optional(v.boolean()),
});

/** Lists the labels that fit, as the filter of the view finds them. */
export const findLabels: Tool = {
  doing: () => l10n.t('Looking for labels'),
  run: ({ accounts }, input) => {
    const { text, color, team_id, retired, ...page } = parseInput(inputSchema, input);
    const filter = { text, colors: some(color), teamIds: some(team_id), isRetired: retired };
    return pageOf(accounts, filter, page);
  },
};

function some(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
