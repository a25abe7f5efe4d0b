import type { Programs } from './buildPrograms';
import { TaskProcess } from './processes/taskProcess';
import type { BareTasks } from './programs/bare';
import type { OurTasks } from './programs/ours';

interface Clients {
  readonly ours: TaskProcess<OurTasks>;
  readonly bare: TaskProcess<BareTasks>;
}

/** Starts a process for each client, and ends them after the work. */
export async function withClients<T>({ ours, bare }: Programs, work: (clients: Clients) => Promise<T>): Promise<T> {
  const clients = { ours: new TaskProcess<OurTasks>(ours), bare: new TaskProcess<BareTasks>(bare) };
  try {
    return await work(clients);
  } finally {
    await Promise.all([clients.ours.stop(), clients.bare.stop()]);
  }
}
