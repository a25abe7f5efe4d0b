import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Label, type Organization, SAMPLE_ORGANIZATION } from '../../kirim';
import type { Row } from '../support/labelsViewProbe';
import type { Stage } from '../support/setUp';

/** The commands that the tests are about. */
export const RETIRE = 'kirimLabels.retireLabel';
export const RESTORE = 'kirimLabels.restoreLabel';

export const acme = (stage: Stage): Organization => stage.kirim.organization(SAMPLE_ORGANIZATION);

export const updates = (stage: Stage) => stage.kirim.requests.count({ method: 'PATCH' });

/** The label of the sample organization as it is on the server. */
export function onServer(stage: Stage, name: string): Label {
  const found = acme(stage)
    .labels()
    .find((label) => label.name === name);
  assert.ok(found, `There is no label “${name}”`);
  return found;
}

/** The names in the group of retired labels; none where there is no such group. */
export async function retiredNames(stage: Stage): Promise<string[]> {
  const rows = await stage.view.rows();
  return rows.filter(({ item }) => item.contextValue === 'retired').flatMap(({ children }) => children.map(nameOf));
}

/** Calls a command on rows, the last of them clicked, with what will be pressed in the question; null is Escape. */
export async function callOn(
  stage: Stage,
  command: string,
  names: readonly string[],
  answer: string | null,
): Promise<void> {
  const nodes = await Promise.all(names.map(async (name) => (await stage.view.row(name)).node));
  stage.person.answers.push(answer ?? undefined);
  await vscode.commands.executeCommand(command, nodes.at(-1), nodes.length > 1 ? nodes : undefined);
}

const nameOf = ({ name }: Row) => name;
