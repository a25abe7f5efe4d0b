import { freshList } from '../../labels/freshList';
import type { JournalEntry } from '../../journal/entry';
import type { Journal } from '../../journal/journal';
import { recentlyDeleted } from '../../labels/recentlyDeleted';
import {
  createOperation,
  createRequestAgain,
  planCreation,
  type RecreateRequest,
  recreateRequest,
} from '../../operations/createLabels';
import { failureIn } from '../../operations/failure';
import type { ItemResult } from '../../operations/operation';
import type { Session } from '../../accounts/session';
import { confirmRecreate } from '../../ui/prompts/confirmRecreate';
import { OperationError } from '../../ui/errors';
import { CREATE_AGAIN_WORDS, describeExisting, describeSettled } from '../../ui/messages/results/createWords';
import { inOrganization } from '../../ui/messages/place';
import { showStatus } from '../../ui/notifications/statusBar';
import { chooseDeleted } from './chooseDeleted';
import type { CommandContext } from '../commandContext';
import type { OperationCommand } from '../operationCommand';
import { perform } from '../performOperation';
import { requireLiveSession } from '../requireLiveSession';
import { withProgressNotification } from '../withProgressNotification';
import { l10n } from '../../ui/l10n';

/** Creates deleted labels again, one or many, after asking once for each organization. */
export async function recreateLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  for (const { session, entries } of await chooseDeleted(context, args, () => recreateLabel(context, []))) {
    // One question after the other, and a failure in one organization does not stand in the way of the next.
    await context.run(() => recreate(context, session, entries));
  }
}

/** As the command, for labels that are chosen already. Those that are still there, or there again, are left out. */
export async function recreate(
  context: CommandContext,
  session: Session,
  entries: readonly JournalEntry[],
): Promise<void> {
  const journal = await readAgain(session, entries, () =>
    recreate(context, requireLiveSession(context, session), entries),
  );
  const left = recentlyDeleted(asWrittenNow(journal, entries), session.labels);
  if (left.length === 0) {
    showStatus(inOrganization(session, CREATE_AGAIN_WORDS.nothingLeft()));
    return;
  }
  await session.questions.run(idsOf(left), async (free) => {
    const plan = planCreation(
      left.filter(({ label }) => free.has(label.id)),
      session.labels.labels,
    );
    if (plan.wanted.length === 0) {
      context.notifications.notifyIn(session, 'partly', describeExisting(labelsOf(plan.existing), session));
      return;
    }
    await confirmRecreate(plan, session, recentlyDeleted(journal.entries, session.labels));
    await perform(context, session, creation(context), plan.wanted.map(recreateRequest));
  });
}

function creation(context: CommandContext): OperationCommand<RecreateRequest> {
  const command: OperationCommand<RecreateRequest> = {
    words: CREATE_AGAIN_WORDS,
    operation: async (session, requests) => {
      const journal = await session.journal();
      // Where that cannot be written down, the label is there all the same.
      const onCreated = ({ entry }: RecreateRequest, id: string) => {
        journal.recreated(entry, id).catch(context.record);
      };
      return createOperation(requests, { labels: session.labels, onCreated });
    },
    // It was asked together with what is left out of it.
    confirm: (parts) => Promise.resolve(parts),
    retry: (session, failed) => createAgain(context, session, command, failed),
  };
  return command;
}

/** Nothing is sent twice because a button was pressed twice. */
async function createAgain(
  context: CommandContext,
  session: Session,
  command: OperationCommand<RecreateRequest>,
  failed: readonly ItemResult<RecreateRequest>[],
): Promise<void> {
  const live = requireLiveSession(context, session);
  await live.questions.run(idsOf(failed.map(({ item }) => item)), async (free) => {
    const wanted = failed.filter(({ item }) => free.has(item.label.id));
    const { left, recreated, existing } = await settle(live, wanted).catch((error: unknown) => {
      const retry = () => createAgain(context, session, command, failed);
      throw new OperationError(l10n.t('Nothing was sent again: the labels could not be loaded.'), error, retry);
    });
    if (left.length < wanted.length) {
      const message = describeSettled(labelsOf(recreated), labelsOf(existing), live);
      context.notifications.notifyIn(live, 'partly', message);
    }
    if (left.length > 0) {
      await perform(context, live, command, left.map(createRequestAgain));
    }
  });
}

/** The button may be pressed hours later: what was created again meanwhile, from here or elsewhere, and which names are taken. */
async function settle(session: Session, failed: readonly ItemResult<RecreateRequest>[]) {
  const journal = await session.journal();
  const [list] = await Promise.all([freshList(session.labels, session.ended), journal.load()]);
  const successors = journal.entries.filter(({ recreatedAs }) => recreatedAs !== undefined);
  const settledIds = new Set(idsOf(successors));
  const entries = failed.map(({ item }) => item.entry);
  const recreated = entries.filter(({ label }) => settledIds.has(label.id));
  // What may have taken effect is sent with its old key: only KirimChat knows whether the label of that name is its label.
  const certain = failed.filter(({ error }) => !failureIn(error)?.mayHaveTakenEffect).map(({ item }) => item.entry);
  const open = certain.filter(({ label }) => !settledIds.has(label.id));
  const { existing } = planCreation(open, list.labels);
  const settled = new Set([...recreated, ...existing]);
  return { left: failed.filter(({ item }) => !settled.has(item.entry)), recreated, existing };
}

/**
 * Reads the journal and the list once more: other windows and colleagues may have been quicker.
 *
 * @throws OperationError where one of them cannot be read; CancellationError where the user does not wait for it.
 */
function readAgain(session: Session, entries: readonly JournalEntry[], retry: () => unknown): Promise<Journal> {
  const requests = entries.map(recreateRequest);
  const words = {
    doing: CREATE_AGAIN_WORDS.doing(requests, session),
    cancelled: l10n.t('Cancelled: nothing was created.'),
    failed: CREATE_AGAIN_WORDS.failed(requests, session),
  };
  return withProgressNotification(session, words, retry, async ({ signal }) => {
    const journal = await session.journal();
    await Promise.all([journal.load(), freshList(session.labels, signal)]);
    return journal;
  });
}

/** A row or a notification may be older than what became of its labels. */
function asWrittenNow(journal: Journal, entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const runs = new Set(entries.map(({ run }) => run));
  const current = new Map([...runs].flatMap((run) => journal.entriesOf(run)).map((entry) => [keyOf(entry), entry]));
  return entries.map((entry) => current.get(keyOf(entry)) ?? entry);
}

function keyOf({ run, label }: JournalEntry): string {
  return JSON.stringify([run, label.id]);
}

function labelsOf(entries: readonly JournalEntry[]) {
  return entries.map(({ label }) => label);
}

function idsOf(items: readonly { readonly label: { readonly id: string } }[]): readonly string[] {
  return items.map(({ label }) => label.id);
}
