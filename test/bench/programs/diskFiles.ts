import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalFiles } from '../../../src/journal/files';

/** A journal's folder on the disk, with the same calls for each file as VS Code's (src/accounts/journalFolder.ts). */
export function diskFiles(folder: string): JournalFiles {
  return {
    list: async () => {
      await mkdir(folder, { recursive: true });
      return readdir(folder);
    },
    read: (name) => readFile(join(folder, name), 'utf8'),
    create: async (name, text) => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, name), text);
    },
    delete: (name) => rm(join(folder, name), { force: true }),
  };
}
