import { StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { Session } from '../../accounts/session';
import type { ErrorAction } from '../errors';
import { l10n } from '../l10n';

/** What was said of something that was not done as it was asked for. */
export interface Unfinished {
  /** Whose labels it is about, where it is about some. */
  readonly session?: Session;
  readonly message: string;
  readonly actions: readonly ErrorAction[];
}

/** More would push other things out of the status bar. In characters. */
const LONGEST = 60;

/**
 * An item in the status bar that says what was not done, until that was looked at. VS Code shows no warnings while Do Not
 * Disturb is on, and does not tell an extension whether it is.
 */
export class UnfinishedItem {
  #item: StatusBarItem | undefined;
  /** The newest last, which is the one that is shown. */
  #left: readonly Unfinished[] = [];

  /** But what is of a session that has ended: see `Notifications.forgetEnded`. */
  add(unfinished: Unfinished): void {
    if (!unfinished.session?.ended.aborted) {
      this.#show([...this.#left, unfinished]);
    }
  }

  /** It was read, or answered. */
  remove(unfinished: Unfinished): void {
    this.#show(this.#left.filter((one) => one !== unfinished));
  }

  removeAll(matches: (unfinished: Unfinished) => boolean): void {
    this.#show(this.#left.filter((one) => !matches(one)));
  }

  /** What is shown, which is not any more after that. */
  take(): Unfinished | undefined {
    const newest = this.#left.at(-1);
    this.#show(this.#left.slice(0, -1));
    return newest;
  }

  dispose(): void {
    this.#item?.dispose();
  }

  #show(left: readonly Unfinished[]): void {
    this.#left = left;
    const newest = left.at(-1);
    if (!newest) {
      this.#item?.hide();
      return;
    }
    const item = (this.#item ??= createItem());
    item.text = `$(warning) ${shortened(newest.message)}`;
    item.tooltip = newest.message;
    item.accessibilityInformation = { label: newest.message, role: 'button' };
    item.show();
  }
}

function createItem(): StatusBarItem {
  const item = window.createStatusBarItem('kirimLabels.unfinished', StatusBarAlignment.Left);
  item.name = l10n.t('Kirim Labels: What Was Not Done');
  item.command = 'kirimLabels.showUnfinished';
  return item;
}

/** The beginning, without half a character; a name that was isolated stays so. */
function shortened(message: string): string {
  const characters = Array.from(new Intl.Segmenter().segment(message), ({ segment }) => segment);
  if (characters.length <= LONGEST) {
    return message;
  }
  const beginning = characters.slice(0, LONGEST).join('').trimEnd();
  const isOpen = beginning.lastIndexOf('\u2068') > beginning.lastIndexOf('\u2069');
  return `${beginning}${isOpen ? '\u2069' : ''}…`;
}
