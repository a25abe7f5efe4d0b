import * as vscode from 'vscode';
import { RESTORE } from '../../host/update/retireSteps';
import { type Cell, COLOR, MANY, ONE } from '../cell';
import { toldOfMany, toldOfOne } from '../endings';
import type { Operation } from '../operation';
import { retiredName, retireMany, retireOne } from './retire';
import { lookOf } from './standings';

const RETIRED = MANY.map(retiredName);

const look = (name: string) => ({ name: name.slice(retiredName('').length), color: COLOR }) as const;
const one = (cell: Cell) => lookOf(cell, [retiredName(ONE)], look);
const many = (cell: Cell) => lookOf(cell, RETIRED, look);

async function retired(cell: Cell, retirement: Operation): Promise<void> {
  await retirement.prepare(cell);
  await retirement.run(cell);
  // What follows on a run has been read.
  await vscode.commands.executeCommand('kirimLabels.refresh');
}

/** Restore Label on one row. */
export const restoreOne: Operation = {
  name: 'restore',
  target: { method: 'PATCH' },
  before: { method: 'GET', path: '/labels' },
  isSimilar: true,
  prepare: (cell) => retired(cell, retireOne),
  run: async (cell) => {
    cell.agree(retiredName(ONE));
    await cell.callOn(RESTORE, [retiredName(ONE)]);
  },
  standing: one,
  told: (fault, cell) =>
    toldOfOne(fault, one(cell), {
      label: `“${retiredName(ONE)}”`,
      verb: 'restored',
      done: `Restored “${ONE}”.`,
    }),
};

/** Restore Label on a selection. */
export const restoreMany: Operation = {
  name: 'bulk restore',
  target: { method: 'PATCH' },
  before: { method: 'GET', path: '/labels' },
  isRun: true,
  isSimilar: true,
  prepare: (cell) => retired(cell, retireMany),
  run: async (cell) => {
    cell.agree(...RETIRED);
    await cell.callOn(RESTORE, RETIRED);
  },
  standing: many,
  told: (fault, cell) =>
    toldOfMany(fault, many(cell), {
      verb: 'restored',
      done: 'Restored 3 labels.',
      none: 'Restored 0 of 3 labels.',
      notStarted: 'Not started',
    }),
};
