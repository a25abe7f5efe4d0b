import { systemClock } from '../common/clock';
import type { Session } from '../accounts/session';

/** The question should not wait longer than this for a number that it can do without. In milliseconds. */
const MAX_WAIT_MS = 2_000;

/** Finds out how many writes a minute the organization has, where no answer has told it yet, so that a run's time can be said. */
export async function fetchRateLimit({ client, ended }: Session): Promise<void> {
  const { isLimitDisputed, isLimitKnown } = client.writeBudget.headers;
  if ((isLimitKnown && !isLimitDisputed) || ended.aborted) {
    return;
  }
  const enough = new AbortController();
  const stop = () => {
    enough.abort();
  };
  // Nothing is sent with a key that was taken away, not even once more.
  ended.addEventListener('abort', stop);
  // The client takes the limit down by itself.
  const asked = client.getMe({ signal: enough.signal }).catch(() => undefined);
  await Promise.race([asked, systemClock.sleep(MAX_WAIT_MS, enough.signal)]);
  ended.removeEventListener('abort', stop);
  stop();
}
