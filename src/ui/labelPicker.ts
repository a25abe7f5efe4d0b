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

/**
 * Asks for one label in a list with search. Opens at once and fills while the labels are still loading.
 *
 * @throws CancellationError when nothing is picked, or the session ends; OperationError when the labels cannot be loaded.
 */
export async function pickLabel({ labels, ended }: Session, title: string): Promise<Label> {
  const picker = window.createQuickPick<LabelPick>();
  picker.title = title;
  picker.matchOnDescription = true;
  const update = ({ kind }: Pick<LabelStoreChange, 'kind'>) => {
    picker.busy = labels.state.kind === 'loading';
    if (kind !== 'state') {
      // New items would take the highlight away from the one that the person is about to choose.
      const active = picker.activeItems[0]?.chosen.id;
      picker.items = picks(labels);
      if (active !== undefined) {
        picker.activeItems = picker.items.filter(({ chosen }) => chosen.id === active);
      }
    }
    picker.placeholder =
      picker.busy || picker.items.length > 0 ? l10n.t('Type to search for a label') : l10n.t('There are no labels');
  };
  update({ kind: 'rows' });
  const subscription = labels.onDidChange(update);
  const hide = () => {
    picker.hide();
  };
  ended.addEventListener('abort', hide);
  try {
    return await new Promise<Label>((resolve, reject) => {
      picker.onDidAccept(() => {
        const [pick] = picker.selectedItems;
        if (pick) {
          resolve(pick.chosen);
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

function picks(labels: LabelStore): LabelPick[] {
  const teams = groupByTeam(labels.labels);
  const shortIds = new Map(teams.length > 1 ? teams.map(({ teamId, shortId }) => [teamId, shortId]) : []);
  return labels.labels
    .filter((label) => !labels.activities.of(label.id))
    .map((label) => {
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
