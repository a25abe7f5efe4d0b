import { type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import type { Accounts } from '../../../accounts/accounts';
import type { Session } from '../../../accounts/session';
import { LABEL_COLORS } from '../../../api/schema';
import { Debouncer } from '../../../common/debouncer';
import type { LabelFilter } from '../../../labels/query/labelFilter';
import { colorName } from '../../color';
import { colorSwatch } from '../../colorSwatch';
import { organizationTitle } from '../../messages/place';
import { isolated } from '../../messages/plainText';
import { teamNamesOf } from '../../messages/teamNames';
import { l10n } from '../../l10n';

/** Rows are filtered when nothing was typed for so long. In milliseconds. */
const TYPING_MS = 150;

/** A row with a check mark; the part of the filter that it stands for, or none where it is the heading of a group. */
interface PartRow extends QuickPickItem {
  readonly color?: string;
  readonly teamId?: string;
  readonly isRetired?: boolean;
}

/**
 * Asks what labels are to be filtered by: what is typed is the text, check marks are the rest.
 *
 * @param accounts whose labels there are, which may come while the list is open.
 * @param onChange called with the filter as it is chosen, also while it is being typed.
 * @returns when the list is closed.
 */
export async function pickFilter(
  present: LabelFilter,
  accounts: Pick<Accounts, 'sessions' | 'onDidChange'>,
  onChange: (filter: LabelFilter) => void,
): Promise<void> {
  const picker = window.createQuickPick<PartRow>();
  const update = () => {
    onChange(filterOf(picker.value, picker.selectedItems));
  };
  const changes = new Debouncer(() => {
    update();
    return Promise.resolve();
  }, TYPING_MS);
  picker.title = l10n.t('Filter Labels');
  picker.placeholder = l10n.t('Type a part of a name, or the end of an ID');
  picker.canSelectMany = true;
  picker.value = present.text;
  const show = (chosen: LabelFilter) => {
    const rows = rowsOf(accounts.sessions, chosen);
    if (JSON.stringify(rows) !== JSON.stringify(picker.items)) {
      const active = filterOf('', picker.activeItems);
      picker.items = rows;
      picker.selectedItems = rows.filter((row) => isChecked(row, chosen));
      const highlighted = rows.filter((row) => isChecked(row, active));
      if (highlighted.length > 0) {
        picker.activeItems = highlighted;
      }
    }
  };
  show(present);
  const subscription = accounts.onDidChange(({ kind }) => {
    if (kind !== 'row') {
      show(filterOf('', picker.selectedItems));
    }
  });
  picker.onDidChangeValue(() => void changes.call());
  picker.onDidChangeSelection(() => void changes.call());
  await new Promise<void>((resolve) => {
    picker.onDidAccept(() => {
      picker.hide();
    });
    picker.onDidHide(() => {
      // Only what was just chosen: a filter that was cleared beside the list stays cleared.
      if (changes.isPending) {
        update();
      }
      changes.dispose();
      subscription.dispose();
      resolve();
    });
    picker.show();
  });
  picker.dispose();
}

/** Colors and teams that labels have, or that are chosen; all colors while there are no labels yet. */
function rowsOf(sessions: readonly Session[], present: LabelFilter): PartRow[] {
  const labels = sessions.flatMap((session) => session.labels.labels);
  const used = new Set([...labels.map(({ color }) => color), ...present.colors]);
  const known = LABEL_COLORS.filter((color) => labels.length === 0 || used.has(color));
  const colors = [...known, ...[...used].filter((color) => !LABEL_COLORS.includes(color)).sort()];
  const names = teamNamesOf(labels);
  const teamIds = [...new Set([...names.keys(), ...present.teamIds])].sort();
  // By which organization they are of: its teams may be called as those of another.
  const owners = new Map<string, string>();
  for (const session of sessions.length > 1 ? sessions : []) {
    for (const { team_id } of session.labels.labels) {
      owners.set(team_id, organizationTitle(session));
    }
  }
  const teams = teamIds.length > 1 || present.teamIds.length > 0 ? teamIds : [];
  return [
    heading(l10n.t('Colors')),
    ...colors.map((color) => partRow(colorName(color), { color, iconPath: colorSwatch(color) })),
    ...(teams.length > 0 ? [heading(l10n.t('Teams'))] : []),
    ...teams.map((teamId) =>
      partRow(l10n.t('Team {0}', isolated(names.get(teamId) ?? teamId)), {
        teamId,
        description: owners.get(teamId) ?? '',
        iconPath: icon('organization'),
      }),
    ),
    heading(l10n.t('Retired')),
    partRow(l10n.t('In use'), { isRetired: false, iconPath: icon('circle-large-outline') }),
    partRow(l10n.t('Retired'), { isRetired: true, iconPath: icon('archive') }),
  ];
}

function heading(label: string): PartRow {
  return { kind: QuickPickItemKind.Separator, label };
}

/** Always shown: what is typed is searched for in labels, not in these rows. */
function partRow(label: string, part: Omit<PartRow, 'label'>): PartRow {
  return { label, alwaysShow: true, ...part };
}

function icon(id: string): ThemeIcon {
  return new ThemeIcon(id);
}

function isChecked({ color, teamId, isRetired }: PartRow, present: LabelFilter): boolean {
  return (
    (color !== undefined && present.colors.includes(color)) ||
    (teamId !== undefined && present.teamIds.includes(teamId)) ||
    (isRetired !== undefined && present.isRetired === isRetired)
  );
}

function filterOf(text: string, checked: readonly PartRow[]): LabelFilter {
  const states = checked.flatMap(({ isRetired }) => isRetired ?? []);
  return {
    text: text.trim(),
    colors: checked.flatMap(({ color }) => color ?? []),
    teamIds: checked.flatMap(({ teamId }) => teamId ?? []),
    // Both of them are all labels.
    isRetired: states.length === 1 ? states[0] : undefined,
  };
}
