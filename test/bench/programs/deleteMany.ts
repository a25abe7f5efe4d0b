import type { KirimClient } from '../../../src/api/client';
import { systemClock } from '../../../src/api/clock';
import type { Label } from '../../../src/api/schema';
import { deleteLabel } from '../../../src/labels/deletion';
import { Journal } from '../../../src/journal/journal';
import { LabelStore } from '../../../src/labels/labelStore';
import { Pace } from '../../../src/labels/pace';
import { runAll } from '../../../src/labels/run';
import { diskFiles } from './diskFiles';
import { type Timing, timed } from './timed';

/** The default of the setting. */
const RESERVE_PERCENT = 20;

interface ManyDeletes extends Timing {
  readonly deleted: number;
  /** Until it is on disk that the run is over. */
  readonly finishMs: number;
}

/**
 * What the command Delete Label does with many labels after the question (src/commands/deleteMany.ts): the journal, the
 * turns, the requests, the rows; without the notification, and without the list that is asked for afterwards.
 */
export async function deleteMany(client: KirimClient, folder: string): Promise<ManyDeletes> {
  const store = new LabelStore(client, 'id');
  store.onDidChange(() => undefined);
  await Promise.all([store.refresh(), client.getMe()]);
  const { labels } = store;
  const journal = new Journal(diskFiles(folder));
  await journal.load();
  const pace = new Pace(client.writeBudget, systemClock, () => RESERVE_PERCENT);
  let deleted = 0;
  let finished = Promise.resolve();
  const timing = await timed(async () => {
    const claim = store.activities.claim(idsOf(labels), { kind: 'waiting' });
    const recorder = await journal.startRun('delete', labels, { begins: true });
    const parts = { client, labels: store, recorder, claim };
    const result = await runAll(labels, (label, options) => deleteLabel(label, parts, options), { pace });
    finished = recorder.finish();
    deleted = result.outcomes.filter(({ status }) => status === 'done').length;
  });
  const finishing = await timed(() => finished);
  journal.dispose();
  store.dispose();
  return { ...timing, deleted, finishMs: finishing.ms };
}

function idsOf(labels: readonly Label[]): string[] {
  return labels.map(({ id }) => id);
}
