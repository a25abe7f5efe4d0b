import type { Question, Reply, Tasks } from './tasks';

/** Carries out, in a process of its own, what its parent asks for, until that one is gone. */
export function serveTasks(tasks: Tasks): void {
  const send = (reply: Reply) => process.send?.(reply);
  process.on('message', ({ number, task, argument }: Question) => {
    const answer = tasks[task]?.(argument as never) ?? Promise.reject(new Error(`There is no task ${task}.`));
    answer.then(
      (result) => send({ number, result }),
      (error: unknown) =>
        send({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}
