import * as vscode from 'vscode';
import { reasonOf } from '../endings';
import { sentenceFor } from '../reasons';
import type { Operation } from '../operation';

/** Refresh Labels, after somebody else has changed something. */
export const list: Operation = {
  name: 'list',
  target: { method: 'GET', path: '/labels' },
  prepare: async (cell) => {
    await cell.signIn();
    await cell.site.view.rows();
    cell.colleagueActs();
  },
  run: () => vscode.commands.executeCommand('kirimLabels.refresh'),
  told: (fault) => {
    // No label is asked for that could be missing.
    const reason = fault.ends === 'missing' ? sentenceFor('wrongAddress') : reasonOf(fault);
    return fault.ends === 'works' ? {} : { errors: [`The labels could not be loaded. ${reason}`] };
  },
};
