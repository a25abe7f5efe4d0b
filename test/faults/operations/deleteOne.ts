import * as vscode from 'vscode';
import { DELETE } from '../../host/deleteSteps';
import { ONE } from '../cell';
import { reasonOf, writeEnding } from '../endings';
import type { Operation } from '../operation';

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
    const { node } = await cell.site.view.row(ONE);
    cell.person.answers.push('Delete Label');
    cell.confirm(ONE);
    await vscode.commands.executeCommand(DELETE, node);
  },
  told: (fault, cell) => {
    switch (writeEnding(fault, !cell.find(ONE))) {
      case 'done':
        return { notices: [`Deleted label “${ONE}”.`] };
      case 'missing':
        return { notices: [`Label “${ONE}” was already deleted.`] };
      case 'failed':
        return { errors: [`Label “${ONE}” was not deleted. ${reasonOf(fault)}`] };
      case 'uncertain':
        return { errors: [`It is not certain that label “${ONE}” was deleted. ${reasonOf(fault)}`] };
    }
  },
};
