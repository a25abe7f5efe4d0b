import type { Label } from '../api/schema';

/** What becomes of labels that are to be copied to another organization. */
export interface CopyPlan {
  /** Each name once. */
  readonly wanted: readonly Label[];
  /** The labels of the other organization that have some of the names already. */
  readonly existing: readonly Label[];
  /** Others of `wanted` have their names: only one of a team can have it (API: Labels). */
  readonly twins: readonly Label[];
}

/**
 * @param target the labels of the other organization.
 * @param teamId its team that the labels are created in; undefined where there is one alone, and none of its labels tells which.
 */
export function planCopy(labels: readonly Label[], target: readonly Label[], teamId: string | undefined): CopyPlan {
  const present = target.filter(({ team_id }) => teamId === undefined || team_id === teamId);
  const presentNames = new Set(present.map(({ name }) => name));
  const chosenNames = new Set(labels.map(({ name }) => name));
  const wanted = new Map<string, Label>();
  const twins: Label[] = [];
  for (const label of labels.filter(({ name }) => !presentNames.has(name))) {
    if (wanted.has(label.name)) {
      twins.push(label);
    } else {
      wanted.set(label.name, label);
    }
  }
  return { wanted: [...wanted.values()], existing: present.filter(({ name }) => chosenNames.has(name)), twins };
}
