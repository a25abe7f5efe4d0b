import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { KirimClient } from '../../../src/api/client';
import { LabelStore } from '../../../src/labels/labelStore';
import { serveTasks } from '../processes/serveTasks';
import { type Connection, inLanes, timed } from './connection';

function clientFor({ baseUrl, apiKey }: Connection): KirimClient {
  return new KirimClient({ baseUrl: parseApiBaseUrl(baseUrl), apiKey, timeoutSeconds: () => 30 });
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

  refresh: (connection: Connection) => timed(() => new LabelStore(clientFor(connection), 'id').refresh()),

  deleteEach: ({ ids, lanes, ...connection }: Connection & { ids: readonly string[]; lanes: number }) => {
    const client = clientFor(connection);
    return timed(() => inLanes(ids, lanes, (id) => client.deleteLabel(id)));
  },
};

export type OurTasks = typeof tasks;

serveTasks(tasks);
