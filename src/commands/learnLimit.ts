import { systemClock } from '../api/clock';
import type { Session } from '../session/session';

/** The question should not wait longer than this for a number that it can do without. In milliseconds. */
const PATIENCE_MS = 2_000;

/** Finds out how many writes a minute the organization has, where no answer has told it yet, so that a run's time can be said. */
export async function learnLimit({ client }: Session): Promise<void> {
  if (client.writeBudget.limitPerMinute !== undefined) {
    return;
  }
  const enough = new AbortController();
  // The client takes the limit down by itself.
  const asked = client.getMe({ signal: enough.signal }).catch(() => undefined);
  await Promise.race([asked, systemClock.sleep(PATIENCE_MS, enough.signal)]);
  enough.abort();
}
