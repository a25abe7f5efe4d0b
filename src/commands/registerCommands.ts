import { commands, type Disposable } from 'vscode';
import type { ErrorBoundary } from '../ui/errorBoundary';
import type { CommandContext } from './commandContext';
import { copyLabelId } from './copyLabelId';
import { deleteLabel } from './deleteLabel';
import { refresh } from './refresh';
import { showLog } from './showLog';
import { signIn } from './signIn';
import { signOut } from './signOut';

/** Runs a command. `args` is what VS Code called it with: see `chooseLabel`. */
type Command = (context: CommandContext, args: readonly unknown[]) => unknown;

/** The only list of commands: each runs behind the error boundary. */
const COMMANDS: Record<string, Command> = {
  'kirimLabels.signIn': (context) => signIn(context),
  'kirimLabels.signOut': signOut,
  'kirimLabels.refresh': refresh,
  'kirimLabels.deleteLabel': deleteLabel,
  'kirimLabels.copyLabelId': copyLabelId,
  'kirimLabels.showLog': showLog,
};

export function registerCommands(context: CommandContext, boundary: ErrorBoundary): Disposable[] {
  return Object.entries(COMMANDS).map(([id, command]) =>
    commands.registerCommand(id, (...args: unknown[]) => boundary.run(() => command(context, args))),
  );
}
