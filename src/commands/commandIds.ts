/** The only list of commands. */
export const COMMAND_IDS = [
  'kirimLabels.signIn',
  'kirimLabels.signOut',
  'kirimLabels.refresh',
  'kirimLabels.deleteLabel',
  'kirimLabels.undoDelete',
  'kirimLabels.retireLabel',
  'kirimLabels.restoreLabel',
  'kirimLabels.recreateLabel',
  'kirimLabels.exportJournal',
  'kirimLabels.clearJournal',
  'kirimLabels.copyLabelId',
  'kirimLabels.showLog',
  'kirimLabels.showUnfinished',
] as const;

export type CommandId = (typeof COMMAND_IDS)[number];
