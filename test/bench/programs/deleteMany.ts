import type { KirimClient } from '../../../src/api/client';
import { systemClock } from '../../../src/common/clock';
import { Journal } from '../../../src/journal/journal';
import { LabelStore } from '../../../src/labels/labelStore';
import { WriteLimiter } from '../../../src/api/rateLimit/writeLimiter';
import { deleteOperation } from '../../../src/operations/deleteLabels';
import { runOperation } from '../../../src/operations/runOperation';
import { diskFiles } from './diskFiles';
import { type Timing, timed } from './timed';

/** The default of the setting. */
const RESERVE_PERCENT = 20;

interface ManyDeletes extends Timing {
  readonly deleted: number;
  /** Until the folder is merged, and read again. */
  readonly finishMs: number;
}

/**
 * What the command Delete Label does with many labels after the question (src/operations/runOperation.ts): the labels read
 * again, the journal, the limiter, the requests, the rows; without the notification.
 */
export async function deleteMany(client: KirimClient, folder: string): Promise<ManyDeletes> {
  const store = new LabelStore(client, 'id');
  store.onDidChange(() => undefined);
  await Promise.all([store.refresh(), client.getMe()]);
  const { labels } = store;
  const journal = new Journal(diskFiles(folder));
  await journal.load();
  const writeLimiter = new WriteLimiter(client.writeBudget, systemClock, () => RESERVE_PERCENT);
  const { signal } = new AbortController();
  let deleted = 0;
  const target = { client, labels: store, writeLimiter, ended: signal, journal: () => Promise.resolve(journal) };
  const items = labels.map((label) => ({ label }));
  const timing = await timed(async () => {
    const outcome = await runOperation(deleteOperation, items, target, {
      signal,
      onProgress: () => undefined,
      checkSignedIn: () => Promise.resolve(),
      onJournalError: () => undefined,
    });
    deleted = outcome.kind === 'finished' ? outcome.results.filter(({ status }) => status === 'done').length : 0;
  });
  // The end of the run is taken down in the background, and then the files are merged.
  const finishing = await timed(() => journal.load());
  journal.dispose();
  store.dispose();
  return { ...timing, deleted, finishMs: finishing.ms };
}
