import { type LogOutputChannel, window } from 'vscode';
import type { Session } from '../../accounts/session';
import { joined } from '../../common/joined';
import type { ErrorBoundary } from '../errorBoundary';
import type { ErrorAction } from '../errors';
import { inOrganization } from '../messages/place';
import { withoutIsolates } from '../messages/plainText';
import { showStatus } from './statusBar';
import { type Unfinished, UnfinishedItem } from './unfinished';
import { l10n } from '../l10n';

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

  /** Says what is about no organization. Does not wait for an answer: a notification may stay for hours. */
  notify(ending: Ending, message: string, ...actions: readonly ErrorAction[]): void {
    this.#notify(ending, { message, actions });
  }

  /** The same of one organization, which is named where there are several. */
  notifyIn(session: Session, ending: Ending, message: string, ...actions: readonly ErrorAction[]): void {
    const reason = ending === 'partly' ? describeEnd(session) : '';
    this.#notify(ending, { session, message: inOrganization(session, joined([message, reason])), actions });
  }

  /** Says once more, in a dialog, what was not done and may not have been seen. */
  async showUnfinished(): Promise<void> {
    const unfinished = this.#unfinished.take();
    if (!unfinished) {
      showStatus(l10n.t('There is nothing to show again. The log has what failed.'));
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

  /** Forgets what was not done in sessions that have ended: its buttons would keep them, and their keys, in memory. */
  forgetEnded(): void {
    this.#unfinished.removeAll(({ session }) => session?.ended.aborted === true);
  }

  dispose(): void {
    this.#unfinished.dispose();
  }

  #notify(ending: Ending, said: Unfinished): void {
    this.#log[ending === 'partly' ? 'warn' : 'info'](withoutIsolates(said.message));
    if (ending === 'done') {
      this.#unfinished.removeAll(({ session }) => session === said.session);
    }
    void this.#show(ending, said);
  }

  async #show(ending: Ending, said: Unfinished): Promise<void> {
    const { message, actions } = said;
    // Another object each time: where it comes back, what was answered is not what is added.
    const unfinished = { ...said };
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
        await this.#show(ending, said);
      }
    }
  }
}

/** Why what was going on could not go on; empty while the session lasts. */
function describeEnd({ ended, isSample }: Session): string {
  if (!ended.aborted) {
    return '';
  }
  return isSample
    ? l10n.t('The sample data was closed.')
    : l10n.t('You are no longer signed in with the API key that was used.');
}
