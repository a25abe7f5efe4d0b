import type { Session } from './session';
import type { Sessions } from './sessions';

/**
 * Starts something once, a moment after its time has come: what VS Code was told then is handed over before.
 *
 * @param isTime looked at when something of a session has changed.
 * @param onError told when it could not be started.
 */
export function startWhen(
  sessions: Sessions,
  isTime: (session: Session) => boolean,
  onError: (error: unknown) => void,
  start: () => Promise<void>,
): { dispose(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const subscription = sessions.onDidChange(() => {
    if (sessions.current && isTime(sessions.current)) {
      subscription.dispose();
      // Rows are handed over before any timer.
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
