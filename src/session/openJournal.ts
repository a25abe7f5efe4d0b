import type { Uri } from 'vscode';
import type { ApiBaseUrl } from '../api/baseUrl';
import type { Journal } from '../labels/journal/journal';

/** Whose journal it is. */
export interface JournalOwner {
  /** Undefined where `GET /me` has not told it yet. */
  readonly organizationId: string | undefined;
  /** What stands for the organization where it is not known, or did before; the first one counts. */
  readonly journalIds: readonly string[];
}

/** Opens the journal of one organization at one API. More may be known of the owner later: it is asked for each time. */
export type JournalOpener = (baseUrl: ApiBaseUrl, owner: () => JournalOwner) => Promise<Journal>;

/** Journals in a folder of the extension's own. Loaded with the first of them: activation does not need them. */
export function journalsIn(globalStorageUri: Uri): JournalOpener {
  return async (baseUrl, owner) => {
    const [{ Journal }, { journalFiles }] = await Promise.all([
      import('../labels/journal/journal'),
      import('./journalFolder'),
    ]);
    const journal = new Journal(journalFiles(globalStorageUri, baseUrl, owner));
    await journal.load();
    return journal;
  };
}
