/** As much of VS Code's file system as the folder of the journal needs: files in memory. */

export const FileType = { File: 1, Directory: 2 };

export class FileSystemError extends Error {
  code = 'FileNotFound';
}

export const Uri = {
  joinPath: (base: string, ...parts: string[]) => [base, ...parts].join('/'),
  parse: (text: string) => text,
  from: (parts: object) => parts,
};

/** What lies in the memory, by path. Each folder that has a file has another folder in it as well. */
export const disk = { files: new Map<string, Uint8Array>(), folders: new Set<string>() };

const gone = () => Promise.reject(new FileSystemError());

export const fs = {
  readDirectory: (folder: string) =>
    disk.folders.has(folder)
      ? Promise.resolve([
          ...[...disk.files.keys()]
            .filter((path) => path.startsWith(`${folder}/`))
            .map((path) => [path.slice(folder.length + 1), FileType.File]),
          ['a folder.jsonl', FileType.Directory],
        ])
      : gone(),
  readFile: (path: string) => (disk.files.has(path) ? Promise.resolve(disk.files.get(path)) : gone()),
  writeFile: (path: string, bytes: Uint8Array) => {
    disk.folders.add(path.slice(0, path.lastIndexOf('/')));
    return Promise.resolve(disk.files.set(path, bytes));
  },
  delete: (path: string) => (disk.files.delete(path) ? Promise.resolve() : gone()),
};
