import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../host/support/eventually';
import { reasonOf } from '../endings';
import type { Fault } from '../fault';
import type { Operation, Told } from '../operation';
import { type Reason, sentenceFor } from '../reasons';

const CHECKED = 'You are not signed in yet: the API key could not be checked.';
const REJECTED = 'KirimChat rejected this API key. It may have been revoked, or belong to another host.';

/** Sign In with a good key, and the first list. */
export const signIn: Operation = {
  name: 'sign in',
  target: { method: 'GET', path: '/me' },
  prepare: () => vscode.commands.executeCommand('kirimLabels.signOut'),
  run: async (cell) => {
    await cell.signIn();
    await cell.site.view.rows();
  },
  told: (fault) => toldOf(fault),
  recover: async (cell) => {
    const [error] = cell.person.errors;
    if (cell.person.refusals.length > 0) {
      await cell.signIn();
    } else {
      error?.press('Retry');
    }
    await eventually(() => {
      assert.match(cell.person.statusBar.at(-1) ?? '', /^Signed in to /);
    });
  },
};

/** What tells nothing about the key. */
const SILENT: ReadonlySet<Reason> = new Set(['unreadable', 'stranger', 'redirected', 404, 410]);

function toldOf(fault: Fault): Told {
  const { ends, hits } = fault;
  if (typeof ends === 'string' || hits === 'lists') {
    return {};
  }
  const { reason } = ends;
  if (SILENT.has(reason)) {
    // Where `GET /me` does not tell whose key it is, a list of labels tells that the key is good all the same.
    return hits === 'onward' ? { errors: [`${CHECKED} ${sentenceFor('wrongAddress')}`] } : {};
  }
  if (reason === 'unauthorized') {
    return { refusals: [REJECTED] };
  }
  return reason === 'expired' || reason === 'forbidden'
    ? { refusals: [reasonOf(fault)] }
    : { errors: [`${CHECKED} ${reasonOf(fault)}`] };
}
