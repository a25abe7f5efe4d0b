import { l10n } from 'vscode';
import { tellDone } from '../ui/statusBar';
import type { LabelNode } from '../view/labelNodes';
import type { CommandContext } from './commandContext';

/** Takes labels out of a deletion that is still counting down: the rows it is called on; from the palette all of them. */
export async function undoDelete({ sessions }: CommandContext, args: readonly unknown[]): Promise<void> {
  const session = await sessions.restore();
  const [row, selection] = args as [LabelNode?, LabelNode[]?];
  const rows = selection ?? (row ? [row] : []);
  const countdowns = [...(session?.countdowns ?? [])];
  const ids =
    args.length === 0
      ? countdowns.flatMap((countdown) => countdown.ids)
      : rows.map(({ label }) => label.id).filter((id) => countdowns.some((countdown) => countdown.has(id)));
  for (const countdown of countdowns) {
    countdown.undo(ids);
  }
  if (ids.length === 0) {
    tellDone(l10n.t('There is no deletion to undo.'));
  }
}
