import { CancellationError, l10n, type QuickPickItem, window } from 'vscode';
import { RequestCancelledError } from '../api/errors';
import type { Label } from '../api/schema';
import type { LabelStore, LabelStoreChange } from '../labels/labelStore';
import { groupByTeam } from '../labels/teams';
import type { Session } from '../session/session';
import { colorIcon, colorName } from './color';
import { OperationError } from './errors';
import { plainText } from './plainText';

interface LabelPick extends QuickPickItem {
  readonly chosen: Label;
}

/** Which labels are asked for. */
interface Offer {
  readonly title: string;
  /** What is said where there are labels, but none to offer. */
  readonly none: string;
  /** Asked for each label. */
  readonly isOffered: (label: Label) => boolean;
}

/**
 * Asks for labels in a list with search. Opens at once and fills while the labels are still loading. Enter without a check
 * mark takes the label that has the focus.
 *
 * @throws CancellationError when nothing is picked, or the session ends; OperationError when the labels cannot be loaded.
 */
export async function pickLabels(
  { labels, ended }: Session,
  { title, none, isOffered }: Offer,
): Promise<readonly Label[]> {
  const picker = window.createQuickPick<LabelPick>();
  picker.title = title;
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  const update = ({ kind }: Pick<LabelStoreChange, 'kind'>) => {
    picker.busy = labels.state.kind === 'loading';
    if (kind !== 'state') {
      // New items would take away the highlight and the check marks.
      const [active, checked] = [idsOf(picker.activeItems), idsOf(picker.selectedItems)];
      picker.items = picks(labels, isOffered);
      picker.activeItems = picker.items.filter(({ chosen }) => active.has(chosen.id));
      picker.selectedItems = picker.items.filter(({ chosen }) => checked.has(chosen.id));
    }
    const empty = labels.labels.length > 0 ? none : l10n.t('There are no labels');
    picker.placeholder = picker.busy || picker.items.length > 0 ? l10n.t('Type to search for labels') : empty;
  };
  update({ kind: 'rows' });
  const subscription = labels.onDidChange(update);
  const hide = () => {
    picker.hide();
  };
  ended.addEventListener('abort', hide);
  try {
    return await new Promise<readonly Label[]>((resolve, reject) => {
      picker.onDidAccept(() => {
        const picked = picker.selectedItems.length > 0 ? picker.selectedItems : picker.activeItems;
        if (picked.length > 0) {
          resolve(picked.map(({ chosen }) => chosen));
        }
      });
      picker.onDidHide(() => {
        reject(new CancellationError());
      });
      picker.show();
      void loaded(labels).catch(reject);
    });
  } finally {
    ended.removeEventListener('abort', hide);
    subscription.dispose();
    picker.dispose();
  }
}

async function loaded(labels: LabelStore): Promise<void> {
  await (labels.state.kind === 'failed' ? labels.refresh() : labels.firstRows());
  const { state } = labels;
  if (state.kind === 'failed' && labels.labels.length === 0 && !(state.error instanceof RequestCancelledError)) {
    throw new OperationError(l10n.t('The labels could not be loaded.'), state.error);
  }
}

function idsOf(items: readonly LabelPick[]): ReadonlySet<string> {
  return new Set(items.map(({ chosen }) => chosen.id));
}

function picks(labels: LabelStore, isOffered: (label: Label) => boolean): LabelPick[] {
  const teams = groupByTeam(labels.labels);
  const shortIds = new Map(teams.length > 1 ? teams.map(({ teamId, shortId }) => [teamId, shortId]) : []);
  return labels.labels.filter(isOffered).map((label) => {
    const team = shortIds.get(label.team_id);
    const color = colorName(label.color);
    return {
      chosen: label,
      label: plainText(label.name),
      description: team === undefined ? color : l10n.t('{0}, team {1}', color, plainText(team)),
      iconPath: colorIcon(label.color),
    };
  });
}
