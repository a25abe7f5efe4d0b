import * as vscode from 'vscode';
import { picksInTurn } from '../../host/delete/deleteSteps';
import { type Cell, COLOR, MANY, ONE } from '../cell';
import { reasonOf, toldOfMany, toldOfOne } from '../endings';
import type { Fault } from '../fault';
import type { Operation, Told } from '../operation';
import type { Reason } from '../reasons';
import { lookOf, thereOf } from './standings';

const NEW = 'Baru';
const RENAMED = 'VIP Emas';
const NEW_COLOR = 'blue';
/** What KirimChat says of a request is said in the box, which stays open. */
const REFUSALS: ReadonlySet<Reason> = new Set<Reason>([400, 408, 422, 'keyInMessage']);

const renamed = (cell: Cell) => lookOf(cell, [ONE], () => ({ name: RENAMED, color: COLOR }));
const recolored = (cell: Cell) => lookOf(cell, MANY, (name) => ({ name, color: NEW_COLOR }));
const created = (cell: Cell) => thereOf(cell, [NEW]);

async function signedIn(cell: Cell): Promise<void> {
  await cell.signIn();
  await cell.site.view.rows();
}

function toldInBox(fault: Fault, told: Told): Told {
  const { ends } = fault;
  const isRefused = typeof ends === 'object' && REFUSALS.has(ends.reason);
  return isRefused ? { refusals: [reasonOf(fault)] } : told;
}

/** Create Label. */
export const createNew: Operation = {
  name: 'new',
  target: { method: 'POST' },
  isSimilar: true,
  prepare: signedIn,
  run: async (cell) => {
    picksInTurn(cell, COLOR);
    cell.person.keys.push(NEW);
    await vscode.commands.executeCommand('kirimLabels.createLabel');
  },
  standing: created,
  told: (fault, cell) => {
    const done = `Created “${NEW}”. It is attached to nothing yet.`;
    // It needs no list before that.
    return fault.hits === 'lists'
      ? { notifications: [done] }
      : toldInBox(fault, toldOfOne(fault, created(cell), { label: `“${NEW}”`, verb: 'created', done }));
  },
};

/** Rename Label. */
export const renameOne: Operation = {
  name: 'rename',
  target: { method: 'PATCH' },
  before: { method: 'GET', path: '/labels' },
  isSimilar: true,
  prepare: signedIn,
  run: async (cell) => {
    cell.person.keys.push(RENAMED);
    cell.agree(ONE);
    await cell.callOn('kirimLabels.renameLabel', [ONE]);
  },
  standing: renamed,
  told: (fault, cell) =>
    toldInBox(
      fault,
      toldOfOne(fault, renamed(cell), {
        label: `“${ONE}”`,
        verb: 'renamed',
        done: `Renamed “${ONE}” to “${RENAMED}”. Contacts and conversations keep the label.`,
      }),
    ),
};

/** Change Label Color on a selection. */
export const recolorMany: Operation = {
  name: 'bulk recolor',
  target: { method: 'PATCH' },
  before: { method: 'GET', path: '/labels' },
  isRun: true,
  isSimilar: true,
  prepare: signedIn,
  run: async (cell) => {
    picksInTurn(cell, NEW_COLOR);
    cell.person.answers.push('Change Color');
    cell.agree(...MANY);
    await cell.callOn('kirimLabels.changeLabelColor', MANY);
  },
  standing: recolored,
  told: (fault, cell) =>
    toldOfMany(fault, recolored(cell), {
      verb: 'recolored',
      done: `Changed the color of 3 labels to ${NEW_COLOR}.`,
      none: 'Changed the color of 0 of 3 labels.',
      notStarted: 'Not started',
    }),
};
