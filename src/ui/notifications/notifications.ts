import { l10n, type LogOutputChannel, window } from 'vscode';
import type { ErrorBoundary } from '../errorBoundary';
import type { ErrorAction } from '../errors';
import { showStatus } from './statusBar';
import { UnfinishedItem } from './unfinished';

/** How something ended: as it was asked for, or not altogether. Or it has only begun. */
type Ending = 'begun' | 'done' | 'partly';

/** Says how something ended, with what can be done next. What failed altogether is the error boundary's. */
export class Notifications {
  readonly #boundary: ErrorBoundary;
  readonly #log: LogOutputChannel;
  readonly #unfinished = new UnfinishedItem();

  constructor(boundary: ErrorBoundary, log: LogOutputChannel) {
    this.#boundary = boundary;
    this.#log = log;
  }

  /** Does not wait for an answer: a notification may stay for hours. */
  notify(ending: Ending, message: string, ...actions: readonly ErrorAction[]): void {
    this.#log[ending === 'partly' ? 'warn' : 'info'](message);
    if (ending === 'done') {
      this.#unfinished.clear();
    }
    void this.#show(ending, message, actions);
  }

  /** Says once more, in a dialog, what was not done and may not have been seen. */
  async showUnfinished(): Promise<void> {
    const unfinished = this.#unfinished.take();
    if (!unfinished) {
      showStatus(l10n.t('There is nothing that was not done.'));
      return;
    }
    const { message, actions } = unfinished;
    const chosen = await window.showWarningMessage(message, { modal: true }, ...actions);
    if (chosen) {
      await this.#boundary.run(() => chosen.run());
      if (chosen.comesBack) {
        this.#unfinished.add(unfinished);
      }
    }
  }

  /** What was not done belongs to a session that has ended: its buttons would keep that, and its key, in memory. */
  forgetUnfinished(): void {
    this.#unfinished.clear();
  }

  dispose(): void {
    this.#unfinished.dispose();
  }

  async #show(ending: Ending, message: string, actions: readonly ErrorAction[]): Promise<void> {
    const unfinished = { message, actions };
    if (ending === 'partly') {
      this.#unfinished.add(unfinished);
    }
    // Looked up when it is called, as everything of VS Code's.
    const chosen = await (ending === 'partly'
      ? window.showWarningMessage(message, ...actions)
      : window.showInformationMessage(message, ...actions));
    this.#unfinished.remove(unfinished);
    if (chosen) {
      await this.#boundary.run(() => chosen.run());
      if (chosen.comesBack) {
        await this.#show(ending, message, actions);
      }
    }
  }
}
