import { CancellationError } from 'vscode';
import { RequestCancelledError } from '../api/errors';
import type { LabelChanges } from '../operations/recheck/labelChanges';
import type { ItemResult, ItemStatus, OperationItem } from '../operations/operation';
import { type OperationOutcome, runOperation } from '../operations/runOperation';
import type { Session } from '../accounts/session';
import { labelsOf, type SessionItems } from '../accounts/sessionItems';
import { OperationError } from '../ui/errors';
import { inOrganization } from '../ui/messages/place';
import type { ComeBack } from '../views/labels/shownRows';
import { ProgressNotification } from '../ui/notifications/progressNotification';
import { showStatus } from '../ui/notifications/statusBar';
import { askOnce } from './askOnce';
import type { CommandContext } from './commandContext';
import type { OperationCommand } from './operationCommand';
import { requireLiveSession } from './requireLiveSession';
import { showResult } from './showResult';
import { describeUndone, type UndoTime } from './delete/undoTime';
import { l10n } from '../ui/l10n';

/** With these the row of a label has gone or moved. */
const HAPPENED: ReadonlySet<ItemStatus> = new Set(['done', 'alreadyGone']);

/**
 * Does something with labels, one or many, after asking once; asks again where they have changed meanwhile. Organizations do
 * not wait for each other, and each has its own result.
 */
export async function askAndPerform<T extends OperationItem>(
  context: CommandContext,
  command: OperationCommand<T>,
  parts: readonly SessionItems<T>[],
): Promise<void> {
  const agreed = (await askOnce(command, parts, undefined)).filter(({ items }) => items.length > 0);
  const options = { comeBack: command.leave?.(labelsOf(agreed)) };
  const performPart = ({ session, items }: SessionItems<T>) => perform(context, session, command, items, options);
  const [only] = agreed.length === 1 ? agreed : [];
  if (only) {
    await performPart(only);
  } else {
    await Promise.all(agreed.map((part) => context.run(() => performPart(part))));
  }
}

interface PerformOptions {
  /** An earlier request for the only item may have taken effect. */
  readonly wasInDoubt?: boolean | undefined;
  readonly comeBack?: ComeBack | undefined;
}

/**
 * Does what the user has agreed to, with one progress notice, and shows the result.
 *
 * @throws OperationError, CancellationError
 */
export async function perform<T extends OperationItem>(
  context: CommandContext,
  session: Session,
  command: OperationCommand<T>,
  agreed: readonly T[],
  options: PerformOptions = {},
): Promise<void> {
  const present = requireLiveSession(context, session);
  const undoTime = command.undoTime?.();
  const performance = new Performance(context, present, command, undoTime, options);
  await performance.perform(agreed).finally(() => {
    undoTime?.end();
  });
}

class Performance<T extends OperationItem> {
  readonly #context: CommandContext;
  readonly #session: Session;
  readonly #command: OperationCommand<T>;
  readonly #undoTime: UndoTime | undefined;
  readonly #options: PerformOptions;

  constructor(
    context: CommandContext,
    session: Session,
    command: OperationCommand<T>,
    undoTime: UndoTime | undefined,
    options: PerformOptions,
  ) {
    this.#context = context;
    this.#session = session;
    this.#command = command;
    this.#undoTime = undoTime;
    this.#options = options;
  }

  async perform(agreed: readonly T[]): Promise<void> {
    const outcome = await this.#run(agreed);
    switch (outcome.kind) {
      case 'undone':
        this.#options.comeBack?.(agreed.map(({ label }) => label));
        showStatus(inOrganization(this.#session, describeUndone(this.#session)));
        return;
      case 'changed':
        this.#tell(outcome.changes.gone.map((label) => ({ item: { label }, status: 'alreadyGone' })));
        await this.#askAgain(outcome.items, outcome.changes);
        return;
      case 'finished':
        this.#tell(outcome.results);
        this.#options.comeBack?.(
          outcome.results.filter(({ status }) => !HAPPENED.has(status)).map(({ item }) => item.label),
        );
        // Rows that move after the notification move under the pointer, and a notification that comes first holds them up.
        await this.#context.view.rowsDrawn();
        showResult(outcome, {
          ...this.#context,
          session: this.#session,
          command: this.#command,
          again: (failed) => this.#again(failed),
        });
    }
  }

  async #run(agreed: readonly T[]): Promise<OperationOutcome<T>> {
    const { words, request } = this.#command;
    const session = this.#session;
    const undoTime = this.#undoTime;
    const stops = [session.ended, undoTime?.lateUndo, request?.signal].filter((signal) => signal !== undefined);
    const notice = new ProgressNotification(inOrganization(session, words.doing(agreed, session)), ...stops);
    if (!undoTime) {
      notice.openWhenSlow();
    }
    try {
      return await runOperation(await this.#command.operation(session, agreed), agreed, session, {
        signal: notice.cancelled,
        askedBy: request?.askedBy,
        onProgress: notice.onProgress,
        checkSignedIn: () => this.#context.accounts.checkAgain(),
        undoTime: undoTime && ((items, claim) => undoTime.wait(session, items, claim).finally(notice.openWhenSlow)),
        onJournalError: this.#context.record,
      });
    } catch (error) {
      this.#options.comeBack?.(agreed.map(({ label }) => label));
      if (error instanceof RequestCancelledError) {
        showStatus(this.#unlessInDoubt(agreed, words.cancelled(agreed, session)));
        throw new CancellationError();
      }
      const retry = () =>
        perform(this.#context, session, this.#retried, agreed, { wasInDoubt: this.#options.wasInDoubt });
      throw error instanceof OperationError
        ? error
        : new OperationError(this.#unlessInDoubt(agreed, words.failed(agreed, session)), error, retry);
    } finally {
      notice.dispose();
    }
  }

  /** What is said where nothing was sent this time: that nothing has happened is not certain after an earlier request. */
  #unlessInDoubt([only]: readonly T[], message: string): string {
    const isInDoubt = this.#options.wasInDoubt && only;
    return inOrganization(this.#session, isInDoubt ? this.#command.words.inDoubt(only, this.#session) : message);
  }

  /** What is pressed later is the user's: that it is not wanted any more where it came from ends nothing. */
  get #retried(): OperationCommand<T> {
    const { request } = this.#command;
    return request ? { ...this.#command, request: { askedBy: request.askedBy } } : this.#command;
  }

  #tell(results: readonly ItemResult[]): void {
    this.#command.request?.onResults?.(results);
  }

  async #askAgain(items: readonly T[], changes: LabelChanges): Promise<void> {
    if (items.length === 0) {
      showStatus(inOrganization(this.#session, this.#command.words.nothingLeft()));
      return;
    }
    const [agreed] = await askOnce(this.#command, [{ session: this.#session, items }], changes);
    if (agreed && this.#undoTime?.lateUndo.aborted) {
      showStatus(inOrganization(this.#session, l10n.t('Undone: nothing was deleted.')));
    } else if (agreed) {
      await this.perform(agreed.items);
    }
  }

  /** Does it once more with what failed, without asking what was answered already. */
  async #again(failed: readonly ItemResult<T>[]): Promise<void> {
    const [only] = failed.length === 1 ? failed : [];
    const items = failed.map(({ item }) => item);
    await (this.#command.retry?.(this.#session, failed) ??
      perform(this.#context, this.#session, this.#retried, items, { wasInDoubt: only?.status === 'inDoubt' }));
  }
}
