import type { CommandContext } from '../commandContext';

/** Says once more what was not done. */
export async function showUnfinished({ notifications }: CommandContext): Promise<void> {
  await notifications.showUnfinished();
}
