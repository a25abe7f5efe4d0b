import * as vscode from 'vscode';

/** An extension with files that are on no disk, as those of a repository that is looked at without a clone. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('virtual-files', new VirtualFiles()));
}

/** One folder, `/project`, with flat files in it. */
class VirtualFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>([['/project/readme.txt', new TextEncoder().encode('Hello')]]);
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const isFolder = path === '/' || path === '/project';
    const type = isFolder ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: isFolder ? 0 : this.#content(path).length };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return path === '/'
      ? [['project', vscode.FileType.Directory]]
      : [...this.#files.keys()].map((file) => [file.slice('/project/'.length), vscode.FileType.File]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    return this.#content(path);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  delete({ path }: vscode.Uri): void {
    this.#files.delete(path);
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  #content(path: string): Uint8Array {
    const content = this.#files.get(path);
    if (!content) {
      throw vscode.FileSystemError.FileNotFound(path);
    }
    return content;
  }
}
