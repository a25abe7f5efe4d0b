import * as vscode from 'vscode';
import { DELETE } from '../../host/deleteSteps';
import { MANY } from '../cell';
import { reasonOf, writeEnding } from '../endings';
import type { Operation } from '../operation';

/** Delete Label on a selection. */
export const deleteMany: Operation = {
  name: 'bulk delete',
  target: { method: 'DELETE' },
  before: { method: 'GET', path: '/labels' },
  prepare: async (cell) => {
    await cell.signIn();
    await cell.site.view.rows();
  },
  run: async (cell) => {
    const nodes = await Promise.all(MANY.map(async (name) => (await cell.site.view.row(name)).node));
    cell.person.answers.push(`Delete ${MANY.length} Labels`);
    cell.confirm(...MANY);
    await vscode.commands.executeCommand(DELETE, nodes[0], nodes);
  },
  told: (fault, cell) => {
    const { ends, hits } = fault;
    if (typeof ends === 'object' && hits === 'lists') {
      return { errors: [`The 3 labels were not deleted. ${reasonOf(fault)}`] };
    }
    if (typeof ends === 'object' && ends.stopsRun) {
      const counts = 'Deleted 0 of 3 labels. Failed: 1. Not started, so still there: 2.';
      return { notices: [`${counts} ${reasonOf(fault)}`] };
    }
    switch (writeEnding(fault, !MANY.some((name) => cell.find(name)))) {
      case 'done':
        return { notices: ['Deleted 3 labels.'] };
      case 'missing':
        return { notices: ['Deleted 0 of 3 labels. Already gone: 3.'] };
      case 'failed':
        return { notices: [`Deleted 0 of 3 labels. Failed: 3. ${reasonOf(fault)}`] };
      case 'uncertain':
        return { notices: [`Deleted 0 of 3 labels. Not certain: 3. ${reasonOf(fault)}`] };
    }
  },
};
