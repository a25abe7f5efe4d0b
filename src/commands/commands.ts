import { clearJournal } from './clearJournal';
import type { CommandContext } from './commandContext';
import type { CommandId } from './commandIds';
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

/** What each command does. In a chunk of its own, which is loaded with the first of them. */
export const COMMANDS: Readonly<Record<CommandId, Command>> = {
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
};
