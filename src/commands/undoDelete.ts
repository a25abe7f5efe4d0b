import { l10n } from 'vscode';
import { tellDone } from '../ui/statusBar';
import type { LabelsTreeNode } from '../view/labelNodes';
import type { CommandContext } from './commandContext';

/**
 * Takes labels out of a deletion that is still counting down: the rows it is called on; all of them from the palette, and
 * where VS Code has lost the row, since to keep a label does no harm.
 */
export async function undoDelete({ sessions }: CommandContext, args: readonly unknown[]): Promise<void> {
  const countdowns = [...((await sessions.restore())?.countdowns ?? [])];
  const [row, selection] = args as readonly [LabelsTreeNode?, LabelsTreeNode[]?];
  const rows = selection ?? (row ? [row] : []);
  const meant = new Set(rows.flatMap((node) => (node.kind === 'label' ? [node.label.id] : [])));
  const all = countdowns.flatMap(({ ids }) => ids);
  const ids = rows.length === 0 ? all : all.filter((id) => meant.has(id));
  for (const countdown of countdowns) {
    countdown.undo(ids);
  }
  if (ids.length === 0) {
    tellDone(l10n.t('There is no deletion to undo.'));
  }
}
