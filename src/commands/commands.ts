import { clearFilter } from './view/clearFilter';
import { clearJournal } from './journal/clearJournal';
import type { CommandContext } from './commandContext';
import { copyLabelId } from './view/copyLabelId';
import { deleteLabel } from './delete/deleteLabel';
import { exportJournal } from './journal/exportJournal';
import { filterLabels } from './view/filterLabels';
import { findInLabels } from './view/findInLabels';
import { recreateLabel } from './create/recreateLabel';
import { refresh } from './view/refresh';
import { restoreLabel } from './update/restoreLabel';
import { retireLabel } from './update/retireLabel';
import { showLog } from './view/showLog';
import { showUnfinished } from './view/showUnfinished';
import { signIn } from './account/signIn';
import { signOut } from './account/signOut';
import { sortLabels } from './view/sortLabels';
import { undoDelete } from './delete/undoDelete';

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
  'kirimLabels.filterLabels': filterLabels,
  'kirimLabels.clearFilter': clearFilter,
  'kirimLabels.findInLabels': findInLabels,
  'kirimLabels.sortLabels': sortLabels,
  'kirimLabels.copyLabelId': copyLabelId,
  'kirimLabels.showLog': showLog,
  'kirimLabels.showUnfinished': showUnfinished,
} satisfies Readonly<Record<string, Command>>;
