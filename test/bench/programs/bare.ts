import { serveTasks } from '../processes/serveTasks';
import { deleteLabel, listLabels } from './bareClient';
import type { Connection } from './connection';
import { inLanes } from './inLanes';
import { timed } from './timed';

/** What is compared with ours. */
const tasks = {
  list: (connection: Connection) =>
    timed(async () => {
      const labels = [];
      for await (const page of listLabels(connection)) {
        labels.push(...page);
      }
      return labels;
    }),

  deleteEach: ({ ids, lanes, ...connection }: Connection & { ids: readonly string[]; lanes: number }) =>
    timed(() => inLanes(ids, lanes, (id) => deleteLabel(connection, id))),
};

export type BareTasks = typeof tasks;

serveTasks(tasks);
