import { env } from 'vscode';
import type { Session } from '../../accounts/session';
import type { Label } from '../../api/schema';
import { nameIn, type Sentences } from '../../ui/messages/names';
import { inOrganizations } from '../../ui/messages/place';
import { showStatus } from '../../ui/notifications/statusBar';
import { chooseLabels } from '../chooseLabels';
import type { CommandContext } from '../commandContext';

/** A label, and the organization that it is in. */
export interface LabelOfSession {
  readonly label: Label;
  readonly session: Session;
}

/** What is copied of labels, and what is said about it. */
interface Copying extends Sentences {
  /** Of the list, where one is needed. */
  readonly title: string;
  /** Runs the command once more, after a sign-in that had to be tried again. */
  readonly again: () => unknown;
  readonly textOf: (items: readonly LabelOfSession[]) => string;
}

/** Copies something of the chosen labels, also of those to which something is happening. */
export async function copyLabels(
  context: CommandContext,
  args: readonly unknown[],
  { title, again, textOf, one, many }: Copying,
): Promise<void> {
  const { chosen } = await chooseLabels(context, args, { title, again, mindsBusy: false });
  const items = chosen.flatMap(({ session, labels }) => labels.map((label) => ({ label, session })));
  const [only] = items.length === 1 ? items : [];
  await env.clipboard.writeText(textOf(items));
  const said = only ? one(nameIn(only.session, only.label)) : many(items.length);
  showStatus(inOrganizations(chosen, said));
}
