import * as vscode from 'vscode';
import type { JournalFiles } from '../../../src/journal/files';
import { readApiBaseUrl } from '../../../src/accounts/configuration';
import { journalFiles } from '../../../src/accounts/journalFolder';
import type { Organization } from '../../kirim';
import { eventually } from './eventually';
import { Stubs } from './stubs';

let storage: vscode.Uri | undefined;

/**
 * Finds out where the extension keeps its journals, which only VS Code knows.
 *
 * @param list signs in and lists labels, after which a journal is read. Not called where it is known already.
 * @returns whether that was called.
 */
export async function locateStorage(list: () => Promise<unknown>): Promise<boolean> {
  if (storage) {
    return false;
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
  await list();
  try {
    await eventually(known);
  } finally {
    stubs.restore();
  }
  return true;
}

/** The journal of an organization at the API of the setting. */
export function filesOf({ id }: Organization): JournalFiles {
  return journalFiles(known(), readApiBaseUrl(), () => ({ organizationId: id, journalIds: [] }));
}

function known(): vscode.Uri {
  if (!storage) {
    throw new Error('It is not known where the journal is');
  }
  return storage;
}
