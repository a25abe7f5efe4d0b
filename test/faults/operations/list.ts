import * as vscode from 'vscode';
import { reasonOf } from '../endings';
import type { Fault } from '../fault';
import type { Operation } from '../operation';
import { sentenceFor } from '../reasons';

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
  told: (fault) => (fault.ends === 'works' ? {} : { errors: [`The labels could not be loaded. ${whyNot(fault)}`] }),
};

/** Where there is no list at all, that is not about a label: the address may be wrong. */
function whyNot(fault: Fault): string {
  const { ends } = fault;
  return typeof ends === 'object' && ends.isMissing ? sentenceFor('wrongAddress') : reasonOf(fault);
}
