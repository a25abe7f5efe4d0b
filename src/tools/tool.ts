import type { CommandContext } from '../commands/commandContext';

/** What a language model can use: it gets an object as JSON. */
export interface Tool {
  /** What VS Code shows while it runs. */
  doing(): string;
  /**
   * @param input what the model made: VS Code may not have checked it.
   * @param signal aborted when the result is not wanted any more.
   * @throws RefusalError where the user was not asked; and what else keeps it from being done
   */
  run(context: CommandContext, input: unknown, signal: AbortSignal): Promise<object>;
}
