import type { Label } from '../api/schema';

/** Sorts as a person of that locale expects, numbers in names by their value; equal names by id, so that rows stay put. */
export function byName(locale: string | undefined): (a: Label, b: Label) => number {
  const collator = new Intl.Collator(locale, { numeric: true });
  return (a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/** Whether labels of two lists, which look alike, were changed at the same times. */
export function haveSameTimes(labels: readonly Label[], others: readonly Label[]): boolean {
  return labels.every(({ updated_at }, index) => updated_at === others[index]?.updated_at);
}

/** Whether two lists are the same to the eye: the same labels in the same order, with the same names and colors. */
export function lookAlike(labels: readonly Label[], others: readonly Label[]): boolean {
  return (
    labels.length === others.length &&
    labels.every(({ id, name, color }, index) => {
      const other = others[index];
      return id === other?.id && name === other.name && color === other.color;
    })
  );
}
