import type { Uri } from 'vscode';
import type { ApiBaseUrl } from '../api/baseUrl';
import { Journal } from '../journal/journal';
import { journalFiles } from './journalFolder';
import type { JournalOwner } from './journalOwner';

/** Opens the journal of one organization at one API. More may be known of the owner later: it is asked for each time. */
export type JournalOpener = (baseUrl: ApiBaseUrl, owner: () => JournalOwner) => Promise<Journal>;

/** Journals in a folder of the extension's own. */
export function journalsIn(globalStorageUri: Uri): JournalOpener {
  return async (baseUrl, owner) => {
    const journal = new Journal(journalFiles(globalStorageUri, baseUrl, owner));
    await journal.load();
    return journal;
  };
}
