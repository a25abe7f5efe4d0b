import type { CommandContext } from '../commandContext';

/** Ends what is being loaded. What is there already stays. */
export function cancelLoading({ accounts }: CommandContext): void {
  for (const { labels } of accounts.sessions) {
    if (labels.state.kind === 'loading') {
      labels.cancelLoading();
    }
  }
}
