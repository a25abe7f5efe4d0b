import { commands, type Disposable, type TextDocumentContentProvider, Uri, window, workspace } from 'vscode';
import { withoutIsolates } from './messages/plainText';

const SCHEME = 'kirim-labels';
/** Documents can be looked at again until this many newer ones were opened. */
const KEPT = 20;

/** A document that can be read and not written. */
export interface ReadOnlyText {
  /** The name of the editor's tab. */
  readonly title: string;
  readonly lines: readonly string[];
}

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
    const uri = this.#add({ title, lines });
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
  }

  /** Opens two documents side by side, with what differs marked. */
  async compare(title: string, left: ReadOnlyText, right: ReadOnlyText): Promise<void> {
    const [leftUri, rightUri] = [this.#add(left), this.#add(right)];
    await commands.executeCommand('vscode.diff', leftUri, rightUri, title, { preview: false });
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #add({ title, lines }: ReadOnlyText): Uri {
    this.#opened += 1;
    const key = String(this.#opened);
    this.#texts.set(key, `${withoutIsolates(lines.join('\n'))}\n`);
    this.#texts.delete(String(this.#opened - KEPT));
    return Uri.from({ scheme: SCHEME, path: `/${title.replaceAll('/', ' ')}.txt`, fragment: key });
  }
}
