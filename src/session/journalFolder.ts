import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { ApiBaseUrl } from '../api/baseUrl';
import { type JournalFiles, JournalStorageError } from '../labels/journal/files';
import { folderName } from '../labels/journal/folderName';

/**
 * The journal's folder of one organization, in the extension's own storage. It is created with the first file.
 *
 * Each method throws JournalStorageError.
 *
 * @param organizationId undefined where `GET /me` did not tell it.
 */
export function journalFiles(
  globalStorageUri: Uri,
  { host }: ApiBaseUrl,
  organizationId: string | undefined,
): JournalFiles {
  const folder = Uri.joinPath(globalStorageUri, 'journal', folderName(host), folderName(organizationId));
  return {
    list: async () => {
      const entries = await orIfGone(workspace.fs.readDirectory(folder), []);
      return entries.filter(([, type]) => type !== FileType.Directory).map(([name]) => name);
    },
    read: async (name) => {
      const bytes = await orIfGone(workspace.fs.readFile(Uri.joinPath(folder, name)), undefined);
      return bytes && new TextDecoder().decode(bytes);
    },
    create: async (name, text) => {
      // VS Code creates the folder with the first file, and again where somebody removed it meanwhile.
      await orFail(workspace.fs.writeFile(Uri.joinPath(folder, name), new TextEncoder().encode(text)));
    },
    delete: async (name) => {
      await orIfGone(workspace.fs.delete(Uri.joinPath(folder, name)), undefined);
    },
  };
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
