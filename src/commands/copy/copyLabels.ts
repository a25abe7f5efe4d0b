import { env } from 'vscode';
import type { Session } from '../../accounts/session';
import type { Label } from '../../api/schema';
import { nameIn } from '../../ui/messages/names';
import { showStatus } from '../../ui/notifications/statusBar';
import { chooseLabels } from '../chooseLabels';
import type { CommandContext } from '../commandContext';

/** What is copied of labels, and what is said about it. */
interface Copying {
  /** Of the list, where one is needed. */
  readonly title: string;
  /** Runs the command once more, after a sign-in that had to be tried again. */
  readonly again: () => unknown;
  readonly textOf: (labels: readonly Label[], session: Session) => string;
  /** Says that something of the label of this name was copied. */
  readonly one: (name: string) => string;
  readonly many: (count: number) => string;
}

/** Copies something of the chosen labels, also of those to which something is happening. */
export async function copyLabels(
  context: CommandContext,
  args: readonly unknown[],
  { title, again, textOf, one, many }: Copying,
): Promise<void> {
  const { labels, session } = await chooseLabels(context, args, { title, again, mindsBusy: false });
  const [first] = labels;
  await env.clipboard.writeText(textOf(labels, session));
  showStatus(labels.length === 1 && first ? one(nameIn(session, first)) : many(labels.length));
}
