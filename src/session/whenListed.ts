import type { Sessions } from './sessions';

/**
 * Starts something once, when a list of labels is there for the first time: what must not slow the first rows.
 *
 * @param onError told when it could not be started.
 */
export function whenListed(
  sessions: Sessions,
  onError: (error: unknown) => void,
  start: () => Promise<void>,
): { dispose(): void } {
  const subscription = sessions.onDidChange(({ kind }) => {
    if (kind === 'state' && sessions.current?.labels.state.kind === 'loaded') {
      subscription.dispose();
      start().catch(onError);
    }
  });
  return subscription;
}
