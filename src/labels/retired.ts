import type { Label } from '../api/schema';

/** The color of retired labels, which is also the API's default. */
export const RETIRED_COLOR = 'gray';

/** Whether a label was retired, on whichever machine: its name alone tells, by what it begins with. */
export function isRetired({ name }: Pick<Label, 'name'>, prefix: string): boolean {
  return name.startsWith(prefix) && name.slice(prefix.length).trim() !== '';
}
