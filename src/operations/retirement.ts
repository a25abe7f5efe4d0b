import type { Label } from '../api/schema';
import { fittingName, isMadeFrom, isTooLong } from './fittingName';
import type { JournalEntry } from '../journal/entry';
import { nameKey } from '../labels/names/nameKey';
import { isRetired, RETIRED_COLOR } from '../labels/retired';
import type { LabelUpdate } from './updateLabels';

/** An update whose name KirimChat takes: it is short enough, and no other label of the team has it. */
export interface FittedUpdate extends LabelUpdate {
  /** Why `name` is another one than was wanted: that is longer than KirimChat allows, or the team has it already. */
  readonly problem?: 'tooLong' | 'taken' | undefined;
  /** The name that was wanted. */
  readonly wanted: string;
}

interface Wish {
  readonly label: Label;
  readonly prefix: string;
  readonly rest: string;
  readonly color: string;
}

/**
 * Marks labels as retired: the prefix comes in front of the name, and the color turns gray. Those that are retired already
 * are left out.
 *
 * @param all labels of the organization, since names are unique in each team (API: Labels).
 */
export function planRetirement(labels: readonly Label[], all: readonly Label[], prefix: string): FittedUpdate[] {
  const wishes = labels
    .filter((label) => !isRetired(label, prefix))
    .map((label) => ({ label, prefix, rest: label.name, color: RETIRED_COLOR }));
  return fitted(wishes, all);
}

/**
 * Gives retired labels their name and color back: from the journal, else the mark is taken off and the color stays. Labels
 * that are not retired are left out.
 *
 * @param entries of the journal, newest first.
 */
export function planRestoration(
  labels: readonly Label[],
  all: readonly Label[],
  prefix: string,
  entries: readonly JournalEntry[],
): FittedUpdate[] {
  const wishes = labels
    .filter((label) => isRetired(label, prefix))
    .map((label) => {
      const unmarked = label.name.slice(prefix.length);
      const trimmed = unmarked.trim();
      const before = retirementOf(label, entries)?.label;
      const isOurs = before && [unmarked, trimmed].some((name) => isMadeFrom(name, before.name));
      return {
        label,
        prefix: '',
        // A name or a color that the label has got since then counts more.
        rest: isOurs ? before.name : trimmed,
        color: before && label.color === RETIRED_COLOR ? before.color : label.color,
      };
    });
  return fitted(wishes, all);
}

/**
 * The entry that tells what a retired label was before. None where that name was given back already: the
 * label was retired elsewhere since then.
 *
 * @param entries of the journal, newest first.
 */
export function retirementOf({ id }: Label, entries: readonly JournalEntry[]): JournalEntry | undefined {
  const ids = idsOverTime(id, entries);
  const newest = entries.find((entry) => ids.has(entry.label.id) && mayHaveRetired(entry));
  return newest?.restored ? undefined : newest;
}

/**
 * The entries that restoring may need, one for each label: those whose name was not given back yet.
 *
 * @param entries of the journal, newest first.
 */
export function restorable(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const newest = new Map<string, JournalEntry>();
  for (const entry of entries.filter((one) => mayHaveRetired(one) && one.outcome !== 'alreadyGone')) {
    newest.set(entry.label.id, newest.get(entry.label.id) ?? entry);
  }
  return [...newest.values()].filter(({ restored }) => !restored);
}

/** A label that was deleted and created again has another id than the one under which it was retired. */
function idsOverTime(id: string, entries: readonly JournalEntry[]): ReadonlySet<string> {
  const before = new Map(
    entries.flatMap(({ recreatedAs, label }) => (recreatedAs === undefined ? [] : [[recreatedAs, label.id]])),
  );
  const ids = new Set<string>();
  for (let next: string | undefined = id; next !== undefined && !ids.has(next); next = before.get(next)) {
    ids.add(next);
  }
  return ids;
}

function mayHaveRetired({ act, outcome }: JournalEntry): boolean {
  return act === 'retire' && outcome !== 'failed';
}

function fitted(wishes: readonly Wish[], all: readonly Label[]): FittedUpdate[] {
  const labels = wishes.map(({ label }) => label);
  const ids = new Set(labels.map(({ id }) => id));
  // The labels as they were given: one that the list knows under its new name already is not in its own way.
  const present = [...all.filter(({ id }) => !ids.has(id)), ...labels];
  const taken = new Set(present.map(nameKey));
  // First those that get what they want, so that no name that had to be changed takes it away from them.
  const named = wishes.map((wish) => {
    const wanted = wish.prefix + wish.rest;
    const key = nameKey({ ...wish.label, name: wanted });
    const problem = isTooLong(wanted) ? 'tooLong' : taken.has(key) ? 'taken' : undefined;
    if (!problem) {
      taken.add(key);
    }
    return { wish, wanted, problem } as const;
  });
  return named.map(({ wish: { label, prefix, rest, color }, wanted, problem }) => {
    const name = problem ? fittingName(prefix, rest, (other) => taken.has(nameKey({ ...label, name: other }))) : wanted;
    taken.add(nameKey({ ...label, name }));
    return { label, name, color, problem, wanted };
  });
}
