import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../host/support/eventually';
import { deletedNames, deletedRow } from '../../host/support/recentlyDeletedProbe';
import { RECREATE } from '../../host/create/recreateSteps';
import { type Cell, MANY, ONE } from '../cell';
import { toldOfMany, toldOfOne } from '../endings';
import type { Operation } from '../operation';
import { deleteMany } from './deleteMany';
import { deleteOne } from './deleteOne';
import { thereOf } from './standings';

const one = (cell: Cell) => thereOf(cell, [ONE]);
const many = (cell: Cell) => thereOf(cell, MANY);

/** Create Again on a row of Recently Deleted. */
export const createAgain: Operation = {
  name: 'create',
  target: { method: 'POST' },
  before: { method: 'GET', path: '/labels' },
  prepare: (cell) => deleted(cell, deleteOne, ONE),
  run: (cell) => create(ONE, cell, 'Create Label'),
  standing: one,
  told: (fault, cell) =>
    toldOfOne(fault, one(cell), {
      label: `“${ONE}”`,
      verb: 'created again',
      done: `Created “${ONE}” again. It has a new ID and is attached to nothing yet.`,
    }),
};

/** Create Again on the row of a deletion of several. */
export const createMany: Operation = {
  name: 'bulk create',
  target: { method: 'POST' },
  before: { method: 'GET', path: '/labels' },
  isRun: true,
  isSimilar: true,
  prepare: (cell) => deleted(cell, deleteMany, '3 labels'),
  run: (cell) => create('3 labels', cell, 'Create 3 Labels'),
  standing: many,
  told: (fault, cell) =>
    toldOfMany(fault, many(cell), {
      verb: 'created again',
      done: 'Created 3 labels again. They have new IDs and are attached to nothing yet.',
      none: 'None of the 3 labels was created again.',
      notStarted: 'Not started',
    }),
};

/** @param row of Recently Deleted that there is after that. */
async function deleted(cell: Cell, deletion: Operation, row: string): Promise<void> {
  await deletion.prepare(cell);
  await deletion.run(cell);
  await eventually(async () => {
    assert.deepEqual(await deletedNames(), [row]);
  });
  // What follows on a deletion has been read.
  await vscode.commands.executeCommand('kirimLabels.refresh');
}

async function create(row: string, cell: Cell, answer: string): Promise<void> {
  const { node } = await deletedRow(row);
  cell.person.answers.push(answer);
  await vscode.commands.executeCommand(RECREATE, node);
}
