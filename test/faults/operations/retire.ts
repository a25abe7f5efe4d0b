import { RETIRE } from '../../host/update/retireSteps';
import { type Cell, MANY, ONE } from '../cell';
import { toldOfMany, toldOfOne } from '../endings';
import type { Operation } from '../operation';
import { lookOf } from './standings';

export const retiredName = (name: string) => `[retired] ${name}`;

const look = (name: string) => ({ name: retiredName(name), color: 'gray' }) as const;
const one = (cell: Cell) => lookOf(cell, [ONE], look);
const many = (cell: Cell) => lookOf(cell, MANY, look);

async function signedIn(cell: Cell): Promise<void> {
  await cell.signIn();
  await cell.site.view.rows();
}

/** Retire Label on one row. */
export const retireOne: Operation = {
  name: 'retire',
  target: { method: 'PATCH' },
  before: { method: 'GET', path: '/labels' },
  prepare: signedIn,
  run: async (cell) => {
    cell.person.answers.push('Retire Label');
    cell.agree(ONE);
    await cell.callOn(RETIRE, [ONE]);
  },
  standing: one,
  told: (fault, cell) =>
    toldOfOne(fault, one(cell), {
      label: `“${ONE}”`,
      verb: 'retired',
      done: `Retired “${ONE}”. Its contacts and conversations keep it.`,
    }),
};

/** Retire Label on a selection. */
export const retireMany: Operation = {
  name: 'bulk retire',
  target: { method: 'PATCH' },
  before: { method: 'GET', path: '/labels' },
  isRun: true,
  isSimilar: true,
  prepare: signedIn,
  run: async (cell) => {
    cell.person.answers.push('Retire 3 Labels');
    cell.agree(...MANY);
    await cell.callOn(RETIRE, MANY);
  },
  standing: many,
  told: (fault, cell) =>
    toldOfMany(fault, many(cell), {
      verb: 'retired',
      done: 'Retired 3 labels. Their contacts and conversations keep them.',
      none: 'Retired 0 of 3 labels.',
      notStarted: 'Not started',
    }),
};
