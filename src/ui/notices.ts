import { type LogOutputChannel, window } from 'vscode';
import type { ErrorBoundary } from './errorBoundary';
import type { ErrorAction } from './errors';

/** How something ended: as it was asked for, or not altogether. */
type Ending = 'done' | 'partly';

/** Says how something ended, with what can be done next. What failed altogether is the error boundary's. */
export class Notices {
  readonly #boundary: ErrorBoundary;
  readonly #log: LogOutputChannel;

  constructor(boundary: ErrorBoundary, log: LogOutputChannel) {
    this.#boundary = boundary;
    this.#log = log;
  }

  /** Waits for nobody: a notification may stay for hours. */
  tell(ending: Ending, message: string, ...actions: readonly ErrorAction[]): void {
    this.#log[ending === 'done' ? 'info' : 'warn'](message);
    void this.#show(ending, message, actions);
  }

  async #show(ending: Ending, message: string, actions: readonly ErrorAction[]): Promise<void> {
    // Looked up when it is called, as everything of VS Code's.
    const chosen = await (ending === 'done'
      ? window.showInformationMessage(message, ...actions)
      : window.showWarningMessage(message, ...actions));
    if (chosen) {
      await this.#boundary.run(() => chosen.run());
      if (chosen.comesBack) {
        await this.#show(ending, message, actions);
      }
    }
  }
}
