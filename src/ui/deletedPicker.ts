import { CancellationError, l10n, type QuickPickItem, window } from 'vscode';
import type { Label } from '../api/schema';
import type { JournalEntry } from '../labels/journal/entry';
import { groupByTeam } from '../labels/teams';
import type { Session } from '../session/session';
import { colorIcon, colorName } from './color';
import { dateAndTime } from './dateAndTime';
import { plainText } from './plainText';

interface DeletedPick extends QuickPickItem {
  readonly entry: JournalEntry;
}

/**
 * Asks for deleted labels in a list with search. Opens at once and fills when it is known what there is. Enter without a
 * check mark takes the label that has the focus.
 *
 * @returns what was picked; nothing where there is nothing to pick.
 * @throws CancellationError when nothing is picked, or the session ends; what `load` throws.
 */
export async function pickDeleted(
  { ended, labels }: Session,
  title: string,
  load: () => Promise<readonly JournalEntry[]>,
): Promise<readonly JournalEntry[]> {
  const picker = window.createQuickPick<DeletedPick>();
  picker.title = title;
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.placeholder = l10n.t('Type to search for deleted labels');
  picker.busy = true;
  const hide = () => {
    picker.hide();
  };
  ended.addEventListener('abort', hide);
  try {
    return await new Promise<readonly JournalEntry[]>((resolve, reject) => {
      picker.onDidAccept(() => {
        const picked = picker.selectedItems.length > 0 ? picker.selectedItems : picker.activeItems;
        if (picked.length > 0) {
          resolve(picked.map(({ entry }) => entry));
        }
      });
      picker.onDidHide(() => {
        reject(new CancellationError());
      });
      picker.show();
      const fill = (entries: readonly JournalEntry[]) => {
        if (entries.length === 0) {
          resolve([]);
        }
        picker.busy = false;
        picker.items = picks(entries, labels.labels);
      };
      load().then(fill, reject);
    });
  } finally {
    ended.removeEventListener('abort', hide);
    picker.dispose();
  }
}

function picks(entries: readonly JournalEntry[], listed: readonly Label[]): DeletedPick[] {
  const teams = groupByTeam([...listed, ...entries.map(({ label }) => label)]);
  const shortIds = new Map(teams.length > 1 ? teams.map(({ teamId, shortId }) => [teamId, shortId]) : []);
  return entries.map((entry) => {
    const { name, color, team_id } = entry.label;
    const team = shortIds.get(team_id);
    const time = dateAndTime(entry.endedAt ?? entry.sentAt);
    return {
      entry,
      label: plainText(name),
      description:
        team === undefined
          ? l10n.t('{0}, deleted {1}', colorName(color), time)
          : l10n.t('{0}, team {1}, deleted {2}', colorName(color), plainText(team), time),
      iconPath: colorIcon(color),
    };
  });
}
