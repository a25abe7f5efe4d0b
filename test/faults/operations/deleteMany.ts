import { DELETE } from '../../host/delete/deleteSteps';
import { type Cell, MANY } from '../cell';
import { toldOfMany } from '../endings';
import type { Operation } from '../operation';
import { goneOf } from './standings';

const standing = (cell: Cell) => goneOf(cell, MANY);

/** Delete Label on a selection. */
export const deleteMany: Operation = {
  name: 'bulk delete',
  target: { method: 'DELETE' },
  before: { method: 'GET', path: '/labels' },
  isRun: true,
  prepare: async (cell) => {
    await cell.signIn();
    await cell.site.view.rows();
  },
  run: async (cell) => {
    cell.person.answers.push(`Delete ${MANY.length} Labels`);
    cell.confirm(...MANY);
    await cell.callOn(DELETE, MANY);
  },
  standing,
  told: (fault, cell) =>
    toldOfMany(fault, standing(cell), {
      verb: 'deleted',
      done: 'Deleted 3 labels.',
      none: 'Deleted 0 of 3 labels.',
      notStarted: 'Not started, so still there',
    }),
};
