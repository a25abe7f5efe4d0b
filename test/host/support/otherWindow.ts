import * as vscode from 'vscode';
import type { JournalAct, JournalOutcome } from '../../../src/journal/entry';
import { Journal } from '../../../src/journal/journal';
import type { Label, Organization } from '../../kirim';
import { filesOf, locateStorage } from './journalStorage';
import type { Stage } from './setUp';

/** Before the present list was loaded. */
const AGO_MS = 60_000;

/** What a window that is gone by now did to labels; undefined is a request of which it did not see the end. */
export interface OtherRun {
  readonly act?: JournalAct;
  readonly sent: readonly (readonly [Label, JournalOutcome | undefined])[];
  /** Confirmed, but nothing was sent. */
  readonly unsent?: readonly Label[];
  /** Whether it came to its end before the window was closed. */
  readonly isFinished?: boolean;
}

/** Has to be known before another window can do anything: signs in and lists labels for that, and signs out, where it is not. */
export async function findStorage(stage: Stage): Promise<void> {
  const hasListed = await locateStorage(async () => {
    await stage.signIn();
    await stage.view.rows();
  });
  if (hasListed) {
    await vscode.commands.executeCommand('kirimLabels.signOut');
  }
}

/** Puts a file into the journal of an organization that is none of this version's. */
export async function damagedFileIn(organization: Organization, name: string, text: string): Promise<void> {
  await filesOf(organization).create(name, text);
}

/** Writes into the journal of an organization what another window did a while ago. */
export async function otherWindowDid(organization: Organization, run: OtherRun): Promise<void> {
  const { act = 'delete', sent, unsent = [], isFinished = false } = run;
  const now = () => Date.now() - AGO_MS;
  const files = filesOf(organization);
  let isClosed = false;
  const create = (name: string, text: string) =>
    isClosed ? new Promise<void>(() => undefined) : files.create(name, text);
  const journal = new Journal({ ...files, create }, { now });
  const labels = [...sent.map(([label]) => label), ...unsent];
  const recorder = await journal.startRun(act, labels, { begins: false });
  for (const [label, outcome] of sent) {
    if (outcome) {
      recorder.ended(label, outcome, 'req_other');
    }
  }
  if (sent.length > 0) {
    await recorder.begin();
  }
  if (isFinished) {
    await recorder.finish();
  }
  // No sign of life comes after this.
  isClosed = true;
  journal.dispose();
}
