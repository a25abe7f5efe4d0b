import { join } from 'node:path';
import { TaskProcess } from './processes/taskProcess';
import type { Tasks } from './processes/tasks';
import type { CannedListsTasks } from './programs/cannedLists';
import type { StandInTasks } from './programs/standIn';

/** More writes a minute than are ever sent. */
export const NO_LIMIT = 1e9;

/** Starts the stand-in in a process of its own, and ends it after the work. */
export function withStandIn<T>(work: (standIn: TaskProcess<StandInTasks>) => Promise<T>): Promise<T> {
  return withServer<StandInTasks, T>('standIn', work);
}

/** The same for lists that take the server no time. */
export function withCannedLists<T>(work: (lists: TaskProcess<CannedListsTasks>) => Promise<T>): Promise<T> {
  return withServer<CannedListsTasks, T>('cannedLists', work);
}

async function withServer<S extends Tasks, T>(name: string, work: (server: TaskProcess<S>) => Promise<T>): Promise<T> {
  const server = new TaskProcess<S>(join(__dirname, `programs/${name}.ts`), { options: ['--import', 'tsx'] });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
