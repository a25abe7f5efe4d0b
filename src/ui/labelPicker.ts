import { CancellationError, l10n, type QuickPickItem, window } from 'vscode';
import type { Label } from '../api/schema';
import type { LabelStore } from '../labels/labelStore';
import { groupByTeam } from '../labels/teams';
import { colorIcon, colorName } from './color';
import { OperationError } from './errors';
import { plainText } from './plainText';

interface LabelPick extends QuickPickItem {
  readonly chosen: Label;
}

/**
 * Asks for one label in a list with search. Opens at once and fills while the labels are still loading.
 *
 * @throws CancellationError when nothing is picked; OperationError when the labels cannot be loaded.
 */
export async function pickLabel(labels: LabelStore, title: string): Promise<Label> {
  const picker = window.createQuickPick<LabelPick>();
  picker.title = title;
  picker.matchOnDescription = true;
  const fill = () => {
    const isLoading = labels.state.kind === 'loading' || labels.state.kind === 'notLoaded';
    picker.busy = isLoading;
    picker.items = picks(labels);
    picker.placeholder =
      isLoading || picker.items.length > 0 ? l10n.t('Type to search for a label') : l10n.t('There are no labels');
  };
  fill();
  const subscription = labels.onDidChange(fill);
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
    subscription.dispose();
    picker.dispose();
  }
}

async function loaded(labels: LabelStore): Promise<void> {
  await labels.firstRows();
  if (labels.state.kind === 'failed' && labels.labels.length === 0) {
    throw new OperationError(l10n.t('The labels could not be loaded.'), labels.state.error);
  }
}

function picks(labels: LabelStore): LabelPick[] {
  const teams = groupByTeam(labels.labels);
  const shortIds = new Map(teams.length > 1 ? teams.map(({ teamId, shortId }) => [teamId, shortId]) : []);
  return labels.labels
    .filter((label) => !labels.isDeleting(label.id))
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
