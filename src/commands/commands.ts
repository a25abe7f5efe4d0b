import { clearJournal } from './clearJournal';
import type { CommandContext } from './commandContext';
import { copyLabelId } from './copyLabelId';
import { deleteLabel } from './deleteLabel';
import { exportJournal } from './exportJournal';
import { recreateLabel } from './recreateLabel';
import { refresh } from './refresh';
import { restoreLabel } from './restoreLabel';
import { retireLabel } from './retireLabel';
import { showLog } from './showLog';
import { showUnfinished } from './showUnfinished';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { undoDelete } from './undoDelete';

/** Runs a command. `args` is what VS Code called it with: see `chooseLabels`. */
type Command = (context: CommandContext, args: readonly unknown[]) => unknown;

/** All commands of package.json, by their ids. */
export const COMMANDS = {
  'kirimLabels.signIn': (context) => signIn(context),
  'kirimLabels.signOut': signOut,
  'kirimLabels.refresh': refresh,
  'kirimLabels.deleteLabel': deleteLabel,
  'kirimLabels.undoDelete': undoDelete,
  'kirimLabels.retireLabel': retireLabel,
  'kirimLabels.restoreLabel': restoreLabel,
  'kirimLabels.recreateLabel': recreateLabel,
  'kirimLabels.exportJournal': exportJournal,
  'kirimLabels.clearJournal': clearJournal,
  'kirimLabels.copyLabelId': copyLabelId,
  'kirimLabels.showLog': showLog,
  'kirimLabels.showUnfinished': showUnfinished,
} satisfies Readonly<Record<string, Command>>;
