import type { ProgramName, Programs } from './buildPrograms';
import { TaskProcess } from './processes/taskProcess';
import type { Tasks } from './processes/tasks';
import type { BareTasks } from './programs/bare';
import type { OurTasks } from './programs/ours';

interface Clients {
  readonly ours: TaskProcess<OurTasks>;
  readonly bare: TaskProcess<BareTasks>;
}

/** Starts a client. @param options of Node. */
export function startClient<T extends Tasks>(
  { files, node }: Programs,
  name: ProgramName,
  ...options: readonly string[]
): TaskProcess<T> {
  return new TaskProcess<T>(files[name], { node, options });
}

/** Starts a process for each client, and ends them after the work. */
export async function withClients<T>(programs: Programs, work: (clients: Clients) => Promise<T>): Promise<T> {
  const clients = { ours: startClient<OurTasks>(programs, 'ours'), bare: startClient<BareTasks>(programs, 'bare') };
  try {
    return await work(clients);
  } finally {
    await Promise.all([clients.ours.stop(), clients.bare.stop()]);
  }
}
