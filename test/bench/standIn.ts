import { join } from 'node:path';
import { TaskProcess } from './processes/taskProcess';
import type { StandInTasks } from './programs/standIn';

/** More writes a minute than are ever sent. */
export const NO_LIMIT = 1e9;

/** Starts the stand-in in a process of its own, and ends it after the work. */
export async function withStandIn<T>(work: (standIn: TaskProcess<StandInTasks>) => Promise<T>): Promise<T> {
  const standIn = new TaskProcess<StandInTasks>(join(__dirname, 'programs/standIn.ts'), ['--import', 'tsx']);
  try {
    return await work(standIn);
  } finally {
    await standIn.stop();
  }
}
