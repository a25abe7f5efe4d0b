import type { Label } from '../api/schema';
import type { OperationItem } from './operation';

/** What becomes of labels that are to be copied to another organization. */
export interface CopyPlan<T extends OperationItem = OperationItem> {
  /** Each name once. */
  readonly wanted: readonly T[];
  /** Others of `wanted` have their names: only one of a team can have it (API: Labels). */
  readonly twins: readonly T[];
  /** The labels of the other organization that have some of the names already. */
  readonly existing: readonly Label[];
}

/**
 * @param target the labels of the other organization.
 * @param teamId its team that the labels are created in; undefined where there is one alone, and none of its labels tells which.
 */
export function planCopy<T extends OperationItem>(
  items: readonly T[],
  target: readonly Label[],
  teamId: string | undefined,
): CopyPlan<T> {
  const present = target.filter(({ team_id }) => teamId === undefined || team_id === teamId);
  const presentNames = new Set(present.map(({ name }) => name));
  const chosenNames = new Set(items.map(({ label }) => label.name));
  const wanted = new Map<string, T>();
  const twins: T[] = [];
  for (const item of items.filter(({ label }) => !presentNames.has(label.name))) {
    if (wanted.has(item.label.name)) {
      twins.push(item);
    } else {
      wanted.set(item.label.name, item);
    }
  }
  return { wanted: [...wanted.values()], twins, existing: present.filter(({ name }) => chosenNames.has(name)) };
}
