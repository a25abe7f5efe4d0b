import type { Uri } from 'vscode';
import type { ApiBaseUrl } from '../api/baseUrl';
import type { Journal } from '../labels/journal/journal';

/** Opens the journal of one organization at one API. */
export type JournalOpener = (baseUrl: ApiBaseUrl, organizationId: string | undefined) => Promise<Journal>;

/** Journals in a folder of the extension's own. Loaded with the first of them: activation does not need them. */
export function journalsIn(globalStorageUri: Uri): JournalOpener {
  return async (baseUrl, organizationId) => {
    const [{ Journal }, { journalFiles }] = await Promise.all([
      import('../labels/journal/journal'),
      import('./journalFolder'),
    ]);
    const journal = new Journal(journalFiles(globalStorageUri, baseUrl, organizationId));
    await journal.load();
    return journal;
  };
}
