import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { ApiBaseUrl } from '../api/baseUrl';
import { type JournalFiles, JournalStorageError } from '../journal/files';
import { folderName } from './folderName';
import type { JournalOwner } from './journalOwner';

/**
 * The journal's folder of one organization, in the extension's own storage. It is created with the first file.
 *
 * Before `GET /me` has told the organization, its journal lies in a folder of its own. When it has, what is in that one
 * belongs to the journal as before, but no file is created there any more.
 *
 * Each method throws JournalStorageError.
 */
export function journalFiles(globalStorageUri: Uri, { host }: ApiBaseUrl, owner: () => JournalOwner): JournalFiles {
  const root = Uri.joinPath(globalStorageUri, 'journal', folderName(host));
  const folders = () => {
    const { organizationId, journalIds } = owner();
    const provisional = journalIds.map(provisionalName);
    const names = organizationId === undefined ? provisional : [folderName(organizationId), ...provisional];
    const [home = Uri.joinPath(root, folderName(undefined)), ...former] = names.map((name) => Uri.joinPath(root, name));
    return { home, former };
  };
  let leftBehind: ReadonlySet<string> = new Set();
  return {
    list: async () => {
      const { home, former } = folders();
      const [present, ...before] = await Promise.all([home, ...former].map(listFolder));
      leftBehind = new Set(before.flat());
      return [...new Set([...(present ?? []), ...leftBehind])];
    },
    read: async (name) => {
      const { home, former } = folders();
      for (const folder of [home, ...former]) {
        const bytes = await orIfGone(workspace.fs.readFile(Uri.joinPath(folder, name)), undefined);
        if (bytes) {
          return new TextDecoder().decode(bytes);
        }
      }
      return undefined;
    },
    create: async (name, text) => {
      // VS Code creates the folder with the first file, and again where it was removed meanwhile.
      await orFail(workspace.fs.writeFile(Uri.joinPath(folders().home, name), new TextEncoder().encode(text)));
    },
    delete: async (name) => {
      const { home, former } = folders();
      for (const folder of [home, ...former]) {
        await orIfGone(workspace.fs.delete(Uri.joinPath(folder, name)), undefined);
      }
    },
    isLeftBehind: (name) => leftBehind.has(name),
  };
}

/** Never the name of an organization's folder: after "~" that has 16 digits. */
function provisionalName(journalId: string): string {
  return `${folderName(undefined)}~${journalId}`;
}

async function listFolder(folder: Uri): Promise<string[]> {
  const entries = await orIfGone(workspace.fs.readDirectory(folder), []);
  return entries.filter(([, type]) => type !== FileType.Directory).map(([name]) => name);
}

async function orIfGone<T, Instead>(result: Thenable<T>, instead: Instead): Promise<T | Instead> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') {
      return instead;
    }
    throw new JournalStorageError(error);
  }
}

async function orFail(done: Thenable<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    throw new JournalStorageError(error);
  }
}
