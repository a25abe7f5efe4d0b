import type { Session } from '../../../accounts/session';
import { colorName } from '../../color';
import { colorSwatch, SHADES } from '../../colorSwatch';
import { SearchList } from './searchList';
import { l10n } from '../../l10n';

const COLORS = Object.keys(SHADES);

interface ColorQuestion {
  readonly title: string;
  /** The color that there is already, if it is one. */
  readonly current?: string | undefined;
}

/**
 * Asks for a color, in a list that shows each.
 *
 * @throws CancellationError when none is picked, or the session ends.
 */
export async function pickColor({ ended }: Pick<Session, 'ended'>, { title, current }: ColorQuestion): Promise<string> {
  const list = new SearchList(title, { isSingle: true });
  const rows = COLORS.map((color) => ({
    key: color,
    label: colorName(color),
    iconPath: colorSwatch(color),
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
