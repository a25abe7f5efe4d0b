import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Label, type Organization, SAMPLE_ORGANIZATION } from '../../kirim';
import { askedToDelete, askedToDeleteMany } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { deletedNames, deletedRow } from '../support/recentlyDeletedProbe';
import { Stage } from '../support/setUp';

/** The command that the tests are about. */
export const RECREATE = 'kirimLabels.recreateLabel';

/** Labels of the sample organization that the tests delete together. */
export const SOME = ['Uji 1', 'Uji 2', 'Uji 3'];

/** A stage with some more labels, and what tests of Create Again do on it. */
export class RecreateSteps {
  private constructor(
    readonly stage: Stage,
    readonly acme: Organization,
  ) {}

  static async open(): Promise<RecreateSteps> {
    const stage = await Stage.open();
    const acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    for (const name of SOME) {
      acme.addLabel({ name, color: 'teal' });
    }
    await stage.signIn();
    await stage.view.rows();
    return new RecreateSteps(stage, acme);
  }

  found(name: string): Label | undefined {
    return this.acme.labels().find((label) => label.name === name);
  }

  creations(): number {
    return this.stage.kirim.requests.count({ method: 'POST' });
  }

  shows(...expected: string[]): Promise<void> {
    return eventually(async () => {
      assert.deepEqual(await deletedNames(), expected);
    });
  }

  async deleted(name: string): Promise<void> {
    await askedToDelete(this.stage, name);
    await this.shows(name);
    this.stage.person.questions.length = 0;
  }

  async deletedTogether(): Promise<void> {
    await askedToDeleteMany(this.stage, SOME, 'Delete 3 Labels');
    await this.shows('3 labels');
    this.stage.person.questions.length = 0;
  }

  /** Calls the command on rows, the first of which was clicked, with what will be pressed in the question. */
  async askedToCreate(rows: readonly string[], answer: string | undefined): Promise<void> {
    const nodes = await Promise.all(rows.map(async (name) => (await deletedRow(name)).node));
    this.stage.person.answers.push(answer);
    await vscode.commands.executeCommand(RECREATE, nodes[0], nodes);
  }
}
