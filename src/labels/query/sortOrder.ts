import { type Label, LABEL_COLORS } from '../../api/schema';

/** What labels can be sorted by. Values of the setting `kirimLabels.sortOrder`; the first one is its default. */
export const SORT_ORDERS = ['name', 'color', 'newest', 'lastChanged'] as const;

export type SortOrder = (typeof SORT_ORDERS)[number];

/** Labels that are sorted by name, in another order; where they are the same in that, they stay sorted by name. */
export function inOrder(labels: readonly Label[], order: SortOrder): readonly Label[] {
  if (order === 'name') {
    return labels;
  }
  const rankOf = RANKS[order];
  const ranked = labels.map((label) => ({ label, rank: rankOf(label) }));
  return ranked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ label }) => label);
}

/** The lowest comes first. */
const RANKS: Readonly<Record<Exclude<SortOrder, 'name'>, (label: Label) => number>> = {
  color: ({ color }) => COLOR_RANKS.get(color) ?? LABEL_COLORS.length,
  newest: ({ created_at }) => rankOfTime(created_at),
  lastChanged: ({ updated_at }) => rankOfTime(updated_at),
};

const COLOR_RANKS: ReadonlyMap<string, number> = new Map(LABEL_COLORS.map((color, index) => [color, index]));

/** What is no time comes last. */
function rankOfTime(time: string): number {
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? Number.POSITIVE_INFINITY : -ms;
}
