import { showStatus } from '../../ui/notifications/statusBar';
import { labelRowId, rowId } from '../../views/labels/labelNodes';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/**
 * Takes labels out of a deletion that is still counting down: the rows it is called on; all of them where it is called on no
 * row, or on one that VS Code has lost, and where a key is pressed and none of the rows that are marked counts down: to keep a
 * label does no harm.
 */
export async function undoDelete({ accounts, view }: CommandContext, args: readonly unknown[]): Promise<void> {
  // From the palette it is not about the rows that happen to be selected.
  const { rows, isKeyPress = false } = args.length > 0 ? await view.calledOn(args) : { rows: [] };
  const meant = new Set(rows.flatMap((node) => (node.kind === 'label' ? [rowId(node)] : [])));
  const all = (await accounts.restore()).flatMap((session) =>
    [...session.countdowns].flatMap((countdown) => countdown.ids.map((id) => ({ session, countdown, id }))),
  );
  const some = all.filter(({ session, id }) => meant.has(labelRowId(session, id)));
  const undone = meant.size === 0 || (isKeyPress && some.length === 0) ? all : some;
  for (const countdown of new Set(undone.map((one) => one.countdown))) {
    countdown.undo(undone.flatMap((one) => (one.countdown === countdown ? [one.id] : [])));
  }
  if (undone.length === 0) {
    showStatus(l10n.t('There is no deletion to undo.'));
  }
}
