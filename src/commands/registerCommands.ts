import { commands, type Disposable } from 'vscode';
import type { ErrorBoundary } from '../ui/errorBoundary';
import type { CommandContext } from './commandContext';
import { COMMAND_IDS } from './commandIds';

/** Registers the commands. Each runs behind the error boundary, and is loaded when it is needed. */
export function registerCommands(context: CommandContext, boundary: ErrorBoundary): Disposable[] {
  return COMMAND_IDS.map((id) =>
    commands.registerCommand(id, (...args: unknown[]) =>
      boundary.run(async () => {
        const { COMMANDS } = await import('./commands');
        await COMMANDS[id](context, args);
      }),
    ),
  );
}
