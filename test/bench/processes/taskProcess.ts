import { type ChildProcess, fork } from 'node:child_process';
import type { Question, Reply, Tasks } from './tasks';

export interface TaskProcessOptions {
  /** The Node that runs it; the one that runs this, if left out. */
  readonly node?: string;
  /** Of Node. */
  readonly options?: readonly string[];
}

/** A process of its own that carries out tasks: its work, its heap and its garbage are nobody else's. */
export class TaskProcess<T extends Tasks> {
  readonly #process: ChildProcess;
  readonly #open = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  #count = 0;

  /** @param file a program that calls `serveTasks`. */
  constructor(file: string, { node = process.execPath, options = [] }: TaskProcessOptions = {}) {
    this.#process = fork(file, { execPath: node, execArgv: [...options] });
    this.#process.on('message', (reply: Reply) => {
      const { resolve, reject } = this.#open.get(reply.number) ?? {};
      this.#open.delete(reply.number);
      if ('error' in reply) {
        reject?.(new Error(reply.error));
      } else {
        resolve?.(reply.result as never);
      }
    });
    this.#process.on('exit', (code) => {
      for (const { reject } of this.#open.values()) {
        reject(new Error(`${file} ended with ${String(code)} before it was done.`));
      }
    });
  }

  ask<K extends keyof T & string>(task: K, ...[argument]: Parameters<T[K]>): Promise<Awaited<ReturnType<T[K]>>> {
    const question: Question = { number: (this.#count += 1), task, argument };
    return new Promise((resolve, reject) => {
      this.#open.set(question.number, { resolve, reject });
      this.#process.send(question);
    });
  }

  /** Resolves when it is gone. */
  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const gone = new Promise((resolve) => this.#process.once('exit', resolve));
      this.#process.disconnect();
      await gone;
    }
  }
}
