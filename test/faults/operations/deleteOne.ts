import { DELETE } from '../../host/delete/deleteSteps';
import { type Cell, ONE } from '../cell';
import { toldOfOne } from '../endings';
import type { Operation } from '../operation';
import { goneOf } from './standings';

const standing = (cell: Cell) => goneOf(cell, [ONE]);

/** Delete Label on one row. */
export const deleteOne: Operation = {
  name: 'delete',
  target: { method: 'DELETE' },
  before: { method: 'GET', path: '/labels' },
  prepare: async (cell) => {
    await cell.signIn();
    await cell.site.view.rows();
  },
  run: async (cell) => {
    cell.person.answers.push('Delete Label');
    cell.confirm(ONE);
    await cell.callOn(DELETE, [ONE]);
  },
  standing,
  told: (fault, cell) =>
    toldOfOne(fault, standing(cell), {
      label: `“${ONE}”`,
      verb: 'deleted',
      done: `Deleted label “${ONE}”.`,
      gone: `Label “${ONE}” was already deleted.`,
    }),
};
