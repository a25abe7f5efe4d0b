import { calledSession } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { refresh } from './refresh';

/** Asks KirimChat for the labels of the organization again whose row it is called on; where it is on none, for all. */
export async function refreshOrganization(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const session = await calledSession(context, args);
  await (session ? session.labels.refreshOnRequest() : refresh(context));
}
