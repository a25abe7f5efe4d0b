import type { ErrorAction } from '../../../src/ui/errors';
import { type Act, acting } from './act';

/** A notification that stays until a button of it is pressed. */
export interface Notification {
  readonly message: string;
  readonly actions: readonly ErrorAction[];
  /** Whose it is. */
  readonly act: Act | undefined;
}

/** A notification with a Cancel button. */
export interface Running {
  readonly cancel: () => void;
  readonly act: Act | undefined;
}

/** What the person in front of VS Code sees, and does with it. The fake `vscode` shows everything here. */
export class Person {
  readonly settings: Record<string, unknown> = {
    apiBaseUrl: 'https://api.test/v1',
    undoSeconds: 0,
    writeReservePercent: 20,
    requestTimeoutSeconds: 30,
    retiredPrefix: '[retired] ',
  };
  readonly notifications: Notification[] = [];
  readonly running: Running[] = [];
  readonly #onTold: (message: string, act: Act | undefined) => void;

  /** @param onTold hears all that is said, also what goes by itself. */
  constructor(onTold: (message: string, act: Act | undefined) => void) {
    this.#onTold = onTold;
  }

  tell(message: string, actions: readonly ErrorAction[]): void {
    const act = acting.getStore();
    this.#onTold(message, act);
    this.notifications.push({ message, actions, act });
    // Whoever wants to know how each label ended looks at once.
    actions.find(({ title }) => title === 'Show Details')?.run();
  }

  tellShortly(message: string): void {
    this.#onTold(message, acting.getStore());
  }

  /** @returns whether the person said yes. */
  async ask(question: string, detail: string, button: string): Promise<boolean> {
    const act = acting.getStore();
    const { isYes, seconds } = act?.answer ?? { isYes: false, seconds: 0 };
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    if (isYes && button.startsWith('Delete')) {
      for (const name of namesIn(question, detail)) {
        act?.agreed.add(name);
      }
    }
    return isYes;
  }

  open(cancel: () => void): Running {
    const running = { cancel, act: acting.getStore() };
    this.running.push(running);
    return running;
  }

  close(running: Running): void {
    this.running.splice(this.running.indexOf(running), 1);
  }
}

/** The names that a question is about: one in the question itself, several each on a line. */
function namesIn(question: string, detail: string): string[] {
  const [, only] = /“([^”]*)”/.exec(question) ?? [];
  return only === undefined ? [...detail.matchAll(/^“([^”]*)”(?: \(.*\))?$/gm)].map(([, name = '']) => name) : [only];
}
