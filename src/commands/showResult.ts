import { CancellationError, commands } from 'vscode';
import { joined } from '../common/joined';
import { failureIn } from '../operations/failure';
import type { BatchResult, ItemResult, OperationItem } from '../operations/operation';
import type { Session } from '../accounts/session';
import { type ErrorAction, OperationError } from '../ui/errors';
import { inOrganization } from '../ui/messages/place';
import { reportBatch, summarizeBatch } from '../ui/messages/results/batchSummary';
import { describeAlreadyGone, describeBusy } from '../ui/messages/results/operationWords';
import { showStatus } from '../ui/notifications/statusBar';
import type { CommandContext } from './commandContext';
import type { OperationCommand } from './operationCommand';
import { l10n } from '../ui/l10n';

/** Where a result is shown, and what it is the result of. */
interface Shown<T extends OperationItem> extends Pick<CommandContext, 'notifications' | 'reports' | 'query'> {
  readonly session: Session;
  readonly command: OperationCommand<T>;
  /** Does it once more with what failed. */
  readonly again: (failed: readonly ItemResult<T>[]) => Promise<void>;
}

/**
 * Shows how an operation ended, in one notification, with what the user can do next.
 *
 * @throws OperationError where a single label failed; CancellationError where the user did not want to wait for it.
 */
export function showResult<T extends OperationItem>(batch: BatchResult<T>, shown: Shown<T>): void {
  const { results, run } = batch;
  const labels = results.map(({ item }) => item.label);
  const [only] = results.length === 1 ? results : [];
  if (results.every(({ status }) => status === 'busy')) {
    showStatus(inOrganization(shown.session, describeBusy(labels, shown.session)));
  } else if (run === undefined && results.every(({ status }) => status === 'alreadyGone')) {
    showStatus(inOrganization(shown.session, describeAlreadyGone(labels, shown.session)));
  } else if (only) {
    showSingle(only, batch, shown);
  } else {
    showBatch(batch, shown);
  }
}

function showSingle<T extends OperationItem>(
  result: ItemResult<T>,
  batch: BatchResult<T>,
  { notifications, session, command, again, query }: Shown<T>,
): void {
  if (command.refuse?.(result)) {
    return;
  }
  const { words } = command;
  const { item, status, current, error } = result;
  const retry = () => again([result]);
  const { note, actions } = hiddenBy(query, session, [result]);
  const next = [...(command.next?.(session, batch) ?? []), ...actions];
  const named = (message: string) => inOrganization(session, message);
  switch (status) {
    case 'done':
      notifications.notifyIn(session, 'done', joined([words.done([result], session), note]), ...next);
      break;
    case 'alreadyGone':
      if (next.length > 0) {
        notifications.notifyIn(session, 'done', describeAlreadyGone([item.label], session), ...next);
      } else {
        showStatus(named(describeAlreadyGone([item.label], session)));
      }
      break;
    case 'exists':
      notifications.notifyIn(session, 'partly', words.exists?.([item], session) ?? words.failed([item], session));
      break;
    case 'changed': {
      const message = words.changed(item, current ?? item.label, session);
      notifications.notifyIn(session, 'partly', message, { title: l10n.t('Retry'), run: retry });
      break;
    }
    case 'notStarted':
      showStatus(named(words.cancelled([item], session)));
      throw new CancellationError();
    case 'inDoubt':
      throw new OperationError(named(words.inDoubt(item, session)), failureIn(error) ?? error, retry);
    case 'busy':
    case 'failed':
    case 'unchecked':
      throw new OperationError(named(words.failed([item], session)), failureIn(error) ?? error, retry);
  }
}

function showBatch<T extends OperationItem>(
  batch: BatchResult<T>,
  { notifications, reports, session, command, again, query }: Shown<T>,
): void {
  const { words } = command;
  const { results, stoppedBy } = batch;
  const failed = results.filter(
    ({ status }) =>
      status === 'failed' ||
      status === 'inDoubt' ||
      status === 'unchecked' ||
      // The user did not want the rest to be left out when it was KirimChat that stopped the batch.
      (status === 'notStarted' && stoppedBy !== undefined),
  );
  const actions: ErrorAction[] = [];
  if (stoppedBy?.kind === 'unauthorized') {
    actions.push({ title: l10n.t('Sign In Again'), run: () => commands.executeCommand('kirimLabels.signIn') });
  } else if (failed.length > 0) {
    actions.push({ title: l10n.t('Retry Failed'), run: () => again(failed) });
  }
  const hidden = hiddenBy(query, session, results);
  const isDone = results.every(({ status }) => status === 'done' || status === 'alreadyGone');
  const open = () => reports.open(words.reportTitle(), reportBatch(batch, words, session));
  notifications.notifyIn(
    session,
    isDone ? 'done' : 'partly',
    joined([summarizeBatch(batch, words, session), hidden.note]),
    ...actions,
    ...(command.next?.(session, batch) ?? []),
    ...hidden.actions,
    { title: l10n.t('Show Details'), run: open, comesBack: true },
  );
}

/** Says of labels that have just been written that the filter hides them, where it does: else they would seem to be lost. */
function hiddenBy<T extends OperationItem>(
  query: CommandContext['query'],
  session: Session,
  results: readonly ItemResult<T>[],
): { readonly note: string; readonly actions: readonly ErrorAction[] } {
  const written = new Set(results.flatMap(({ status, current }) => (status === 'done' && current ? current.id : [])));
  const { length } = session.labels.labels.filter((label) => written.has(label.id) && !query.shows(session, label));
  if (length === 0) {
    return { note: '', actions: [] };
  }
  const clear = () => commands.executeCommand('kirimLabels.clearFilter');
  return {
    note: results.length === 1 ? l10n.t('The filter hides it.') : l10n.t('The filter hides {0} of them.', length),
    actions: [{ title: l10n.t('Clear Filter'), run: clear }],
  };
}
