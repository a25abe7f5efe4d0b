import { l10n } from 'vscode';
import type { Session } from '../../accounts/session';
import { colorIcon, colorName, KNOWN_COLORS } from '../color';
import { SearchList } from './searchList';

/**
 * Asks for a color, in a list that shows each.
 *
 * @param current the color that there is already, if it is one; it has the highlight.
 * @throws CancellationError when none is picked, or the session ends.
 */
export async function pickColor({ ended }: Session, title: string, current: string | undefined): Promise<string> {
  const list = new SearchList(title, { isSingle: true });
  const rows = KNOWN_COLORS.map((color) => ({
    key: color,
    label: colorName(color),
    iconPath: colorIcon(color),
    ...(color === current && { description: l10n.t('current color') }),
  }));
  list.show(
    rows,
    rows.find(({ key }) => key === current),
  );
  list.say(false, l10n.t('Choose a color'));
  try {
    return (await list.pickOne(ended)).key;
  } finally {
    list.dispose();
  }
}
