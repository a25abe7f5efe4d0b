import * as vscode from 'vscode';
import type { JournalAct, JournalOutcome } from '../../src/labels/journal/entry';
import type { JournalFiles } from '../../src/labels/journal/files';
import { Journal } from '../../src/labels/journal/journal';
import { readApiBaseUrl } from '../../src/session/configuration';
import { journalFiles } from '../../src/session/journalFolder';
import type { Label, Organization } from '../kirim';
import { eventually } from './eventually';
import type { Stage } from './setUp';
import { Stubs } from './stubs';

/** Longer ago than a window may be silent before it counts as gone. */
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

let storage: vscode.Uri | undefined;

/** Finds out where the extension keeps its journals, which only VS Code knows: signs in and lists labels for that. */
export async function findStorage(stage: Stage): Promise<void> {
  if (storage) {
    return;
  }
  const stubs = new Stubs();
  const { fs } = vscode.workspace;
  stubs.replace(vscode.workspace, 'fs', {
    ...fs,
    readDirectory: (uri: vscode.Uri) => {
      const end = uri.path.lastIndexOf('/journal/');
      storage ??= end < 0 ? undefined : uri.with({ path: uri.path.slice(0, end) });
      return fs.readDirectory(uri);
    },
  });
  await stage.signIn();
  await stage.view.rows();
  await eventually(() => {
    if (!storage) {
      throw new Error('No journal was read');
    }
  });
  stubs.restore();
  await vscode.commands.executeCommand('kirimLabels.signOut');
}

/** Puts a file into the journal of an organization that is none of this version's. */
export async function damagedFileIn(organization: Organization, name: string, text: string): Promise<void> {
  await filesOf(organization).create(name, text);
}

/** Writes into the journal of an organization what another window did a while ago. */
export async function otherWindowDid(organization: Organization, run: OtherRun): Promise<void> {
  const { act = 'delete', sent, unsent = [], isFinished = false } = run;
  const now = () => Date.now() - AGO_MS;
  const journal = new Journal(filesOf(organization), { now });
  const recorder = await journal.startRun(act, [...sent.map(([label]) => label), ...unsent]);
  for (const [label, outcome] of sent) {
    await recorder.sending(label);
    if (outcome) {
      await recorder.ended(label, outcome, 'req_other');
    }
  }
  if (isFinished) {
    await recorder.finish();
  }
  journal.dispose();
}

function filesOf({ id }: Organization): JournalFiles {
  if (!storage) {
    throw new Error('It is not known where the journal is');
  }
  return journalFiles(storage, readApiBaseUrl(), id);
}
