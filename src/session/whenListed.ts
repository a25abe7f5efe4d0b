import type { Sessions } from './sessions';

/**
 * Starts something once, when a list of labels was there for the first time and VS Code has its rows: what must not slow the
 * first of them.
 *
 * @param onError told when it could not be started.
 */
export function whenListed(
  sessions: Sessions,
  onError: (error: unknown) => void,
  start: () => Promise<void>,
): { dispose(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const subscription = sessions.onDidChange(({ kind }) => {
    if (kind === 'state' && sessions.current?.labels.state.kind === 'loaded') {
      subscription.dispose();
      // VS Code has been told of the list, and its rows are handed over before any timer.
      timer = setTimeout(() => {
        start().catch(onError);
      });
    }
  });
  return {
    dispose: () => {
      subscription.dispose();
      clearTimeout(timer);
    },
  };
}
