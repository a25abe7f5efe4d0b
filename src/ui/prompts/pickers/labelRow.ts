import { joined } from '../../../common/joined';
import type { Label } from '../../../api/schema';
import type { Namesakes } from '../../../labels/names/namesakes';
import { colorName } from '../../color';
import { colorSwatch } from '../../colorSwatch';
import { isolated, plainText } from '../../messages/plainText';
import type { SearchRow } from './searchList';
import { l10n } from '../../l10n';

/**
 * The row of a label in a list with search: its color, its team where there are several, what else tells it from others.
 *
 * @param more what else is said of it.
 */
export function labelRow(label: Label, namesakes: Namesakes, more = ''): SearchRow {
  const [team, id] = [namesakes.teamOf(label), namesakes.shortIdOf(label)];
  const words = [
    colorName(label.color),
    team && l10n.t('team {0}', isolated(team)),
    id && l10n.t('ID {0}', isolated(id)),
    more,
  ];
  return {
    key: label.id,
    label: plainText(label.name),
    description: joined(words, ', '),
    iconPath: colorSwatch(label.color),
  };
}
