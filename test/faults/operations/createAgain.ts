import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../host/eventually';
import { deletedNames, deletedRow } from '../../host/recentlyDeletedProbe';
import { RECREATE } from '../../host/recreateSteps';
import { ONE } from '../cell';
import { reasonOf, writeEnding } from '../endings';
import type { Operation } from '../operation';
import { deleteOne } from './deleteOne';

/** Create Again on a row of Recently Deleted. */
export const createAgain: Operation = {
  name: 'create',
  target: { method: 'POST' },
  before: { method: 'GET', path: '/labels' },
  prepare: async (cell) => {
    await deleteOne.prepare(cell);
    await deleteOne.run(cell);
    await eventually(async () => {
      assert.deepEqual(await deletedNames(), [ONE]);
    });
  },
  run: async (cell) => {
    const { node } = await deletedRow(ONE);
    cell.person.answers.push('Create Label');
    await vscode.commands.executeCommand(RECREATE, node);
  },
  told: (fault, cell) => {
    switch (writeEnding(fault, cell.find(ONE) !== undefined)) {
      case 'done':
        return { notices: [`Created “${ONE}” again. It has a new ID and is attached to nothing yet.`] };
      case 'missing':
      case 'failed':
        return { errors: [`Label “${ONE}” was not created again. ${reasonOf(fault)}`] };
      case 'uncertain':
        return { errors: [`It is not certain that label “${ONE}” was created again. ${reasonOf(fault)}`] };
    }
  },
};
