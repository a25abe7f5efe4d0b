import type { CommandContext } from './commandContext';

/** Says once more what was not done. */
export async function showUnfinished({ notices }: CommandContext): Promise<void> {
  await notices.showUnfinished();
}
