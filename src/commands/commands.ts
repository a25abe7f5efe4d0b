import { changeLabelColor } from './update/changeLabelColor';
import { clearFilter } from './view/clearFilter';
import { clearJournal } from './journal/clearJournal';
import { cancelLoading } from './view/cancelLoading';
import { loadMore } from './view/loadMore';
import { closeSample } from './account/closeSample';
import type { CommandContext } from './commandContext';
import { compareLabels } from './copy/compareLabels';
import { copyAsCurl } from './copy/copyAsCurl';
import { copyLabelAsJson } from './copy/copyLabelAsJson';
import { copySupportInformation } from './support/copySupportInformation';
import { openAccessibilityHelp } from './support/openAccessibilityHelp';
import { copyLabelId } from './copy/copyLabelId';
import { copyLabelName } from './copy/copyLabelName';
import { copyToOrganization } from './copy/copyToOrganization';
import { createLabel } from './create/createLabel';
import { deleteLabel } from './delete/deleteLabel';
import { exportJournal } from './journal/exportJournal';
import { openSample } from './account/openSample';
import { nameTeam } from './view/nameTeam';
import { filterLabels } from './view/filterLabels';
import { findInLabels } from './view/findInLabels';
import { openWalkthrough } from './view/openWalkthrough';
import { recreateLabel } from './create/recreateLabel';
import { refresh } from './view/refresh';
import { refreshOrganization } from './view/refreshOrganization';
import { renameLabel } from './update/renameLabel';
import { restoreLabel } from './update/restoreLabel';
import { retireLabel } from './update/retireLabel';
import { openTroubleshooting } from './support/openTroubleshooting';
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
  'kirimLabels.openSample': openSample,
  'kirimLabels.closeSample': closeSample,
  'kirimLabels.refresh': (context) => refresh(context),
  'kirimLabels.refreshOrganization': refreshOrganization,
  'kirimLabels.loadMore': loadMore,
  'kirimLabels.cancelLoading': cancelLoading,
  'kirimLabels.deleteLabel': deleteLabel,
  'kirimLabels.undoDelete': undoDelete,
  'kirimLabels.createLabel': createLabel,
  'kirimLabels.renameLabel': renameLabel,
  'kirimLabels.changeLabelColor': changeLabelColor,
  'kirimLabels.retireLabel': retireLabel,
  'kirimLabels.restoreLabel': restoreLabel,
  'kirimLabels.recreateLabel': recreateLabel,
  'kirimLabels.exportJournal': exportJournal,
  'kirimLabels.clearJournal': clearJournal,
  'kirimLabels.copyLabelName': copyLabelName,
  'kirimLabels.filterLabels': filterLabels,
  'kirimLabels.clearFilter': clearFilter,
  'kirimLabels.findInLabels': findInLabels,
  'kirimLabels.sortLabels': sortLabels,
  'kirimLabels.copyLabelId': copyLabelId,
  'kirimLabels.copyLabelAsJson': copyLabelAsJson,
  'kirimLabels.copyAsCurl': copyAsCurl,
  'kirimLabels.compareLabels': compareLabels,
  'kirimLabels.copyToOrganization': copyToOrganization,
  'kirimLabels.nameTeam': nameTeam,
  'kirimLabels.openWalkthrough': openWalkthrough,
  'kirimLabels.openTroubleshooting': openTroubleshooting,
  'kirimLabels.openAccessibilityHelp': openAccessibilityHelp,
  'kirimLabels.showLog': showLog,
  'kirimLabels.copySupportInformation': copySupportInformation,
  'kirimLabels.showUnfinished': showUnfinished,
} satisfies Readonly<Record<string, Command>>;
