import type { Label } from '../../api/schema';

/** Whether a label is called what the user agreed to delete: its color does not matter. */
export function hasSameName(current: Label, agreed: Label): boolean {
  return current.name === agreed.name;
}

/** Whether a label is what the user agreed to rename: both would be written over. */
export function hasSameNameAndColor(current: Label, agreed: Label): boolean {
  return hasSameName(current, agreed) && current.color === agreed.color;
}
