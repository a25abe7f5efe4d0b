import type { Label } from '../../kirim';
import { type Cell, COLOR } from '../cell';
import type { Standing } from '../operation';

type Look = Pick<Label, 'name' | 'color'>;

/** Of labels that are to be deleted. @param names under which they were agreed to. */
export function goneOf(cell: Cell, names: readonly string[]): Standing {
  const { gone } = lookOf(cell, names, () => ({ name: '', color: COLOR }));
  return { total: names.length, done: gone, gone };
}

/** Of labels that are to get another name and color. @param names under which they were agreed to. */
export function lookOf(cell: Cell, names: readonly string[], wanted: (name: string) => Look): Standing {
  const agreed = [...cell.agreed].filter(([, name]) => names.includes(name));
  const labels = agreed.map(([id, name]) => ({ now: cell.labelOf(id), wanted: wanted(name) }));
  const done = labels.filter(({ now, wanted: look }) => now?.name === look.name && now.color === look.color);
  const gone = labels.filter(({ now }) => !now);
  return { total: names.length, done: done.length, gone: gone.length };
}

/** Of labels that are to be created. */
export function thereOf(cell: Cell, names: readonly string[]): Standing {
  return { total: names.length, done: names.filter((name) => cell.find(name)?.color === COLOR).length, gone: 0 };
}
