import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { KirimClient } from '../../../src/api/client';
import { LabelStore } from '../../../src/labels/labelStore';
import { NO_FILTER } from '../../../src/labels/query/labelFilter';
import { QueryResults } from '../../../src/labels/query/queryResults';
import { Recheck } from '../../../src/operations/recheck/recheck';
import { serveTasks } from '../processes/serveTasks';
import type { Connection } from './connection';
import { deleteMany } from './deleteMany';
import { heapOf } from './heapOf';
import { inLanes } from './inLanes';
import { timed } from './timed';

function clientFor({ baseUrl, apiKey }: Connection): KirimClient {
  return new KirimClient({ baseUrl: parseApiBaseUrl(baseUrl), apiKey, timeoutSeconds: () => 30 });
}

async function refreshed(connection: Connection): Promise<LabelStore> {
  const store = new LabelStore(clientFor(connection), 'id');
  await store.refresh();
  return store;
}

/** By the number of their labels. */
const loaded = new Map<number, LabelStore>();
/** A part of some names, as it is typed. */
const TYPED = ['p', 'pe', 'pes', 'pesa', 'pesan'];

function loadedOf(size: number): LabelStore {
  const store = loaded.get(size);
  if (!store) {
    throw new Error(`No list of ${size} labels was loaded.`);
  }
  return store;
}

/** What the extension does, without a window around it. */
const tasks = {
  list: (connection: Connection) =>
    timed(async () => {
      const labels = [];
      for await (const page of clientFor(connection).listLabels()) {
        labels.push(...page);
      }
      return labels;
    }),

  refresh: (connection: Connection) => timed(() => refreshed(connection)),

  /** For `filter` and `removeFirst`. @returns how many labels there are. */
  load: async (connection: Connection) => {
    const store = await refreshed(connection);
    loaded.set(store.labels.length, store);
    return store.labels.length;
  },

  /** What a filter shows, for one letter more at a time: for five letters. */
  filter: (size: number) =>
    timed(() => {
      const results = new QueryResults();
      for (const text of TYPED) {
        const filter = { ...NO_FILTER, text };
        results.of(loadedOf(size), { filter, sortOrder: 'name', retiredPrefix: '[retired] ' });
      }
      return Promise.resolve();
    }),

  /** Takes the row of a label that was deleted out. */
  removeFirst: (size: number) =>
    timed(() => {
      const store = loadedOf(size);
      const [first] = store.labels;
      if (first) {
        store.remove(first.id, false);
        store.put(first);
      }
      return Promise.resolve();
    }),

  deleteEach: ({ ids, lanes, ...connection }: Connection & { ids: readonly string[]; lanes: number }) => {
    const client = clientFor(connection);
    return timed(() => inLanes(ids, lanes, (id) => client.deleteLabel(id)));
  },

  /** As a person does it: the rows are there, the label is asked for again, and then deleted. */
  deleteOne: async (connection: Connection) => {
    const client = clientFor(connection);
    const store = new LabelStore(client, 'id');
    await store.refresh();
    const { current } = await new Recheck(client, store).changesSince(store.labels.slice(0, 1), {});
    for (const { id } of current) {
      await client.deleteLabel(id);
      store.remove(id, true);
    }
    return store.labels.length;
  },

  /** @param folder for the journal, which is made. */
  deleteMany: ({ folder, ...connection }: Connection & { folder: string }) => deleteMany(clientFor(connection), folder),

  /** Heap that a store with all labels holds, in bytes. */
  heapOfStore: async (connection: Connection) => {
    // Code and connections that the first lists leave behind are not the labels'.
    for (let list = 0; list < 3; list += 1) {
      await refreshed(connection);
    }
    return heapOf(() => refreshed(connection));
  },
};

export type OurTasks = typeof tasks;

serveTasks(tasks);
