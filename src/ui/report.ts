import { type Disposable, type TextDocumentContentProvider, Uri, window, workspace } from 'vscode';

const SCHEME = 'kirim-labels-report';
/** Reports can be looked at again until this many newer ones were opened. */
const KEPT = 20;

/** Readable reports, each in an editor of its own: read-only, plain text, and nothing to save or to throw away. */
export class Reports implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration = workspace.registerTextDocumentContentProvider(SCHEME, this);
  #opened = 0;

  provideTextDocumentContent({ fragment }: Uri): string {
    return this.#texts.get(fragment) ?? '';
  }

  /** @param title the name of the editor's tab. */
  async open(title: string, lines: readonly string[]): Promise<void> {
    this.#opened += 1;
    const key = String(this.#opened);
    this.#texts.set(key, `${lines.join('\n')}\n`);
    this.#texts.delete(String(this.#opened - KEPT));
    const uri = Uri.from({ scheme: SCHEME, path: `/${title.replaceAll('/', ' ')}.txt`, fragment: key });
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
