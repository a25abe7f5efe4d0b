import { ThemeColor, ThemeIcon } from 'vscode';
import { isolated } from './messages/plainText';
import { l10n } from './l10n';

/** The color in the user's language; one that is not known yet as the API says it. */
export function colorName(color: string): string {
  return knownColorName(color) ?? isolated(color);
}

/** A tag in the label's color; a color that is not known yet is shown as gray, the API's own default. */
export function colorIcon(color: string): ThemeIcon {
  const shown = knownColorName(color) === undefined ? 'gray' : color;
  return new ThemeIcon('tag', new ThemeColor(`kirimLabels.color.${shown}`));
}

/** For each color that the API documents. A switch and not a table, which would translate all of its words each time. */
function knownColorName(color: string): string | undefined {
  switch (color) {
    case 'gray':
      return l10n.t('gray');
    case 'red':
      return l10n.t('red');
    case 'orange':
      return l10n.t('orange');
    case 'amber':
      return l10n.t('amber');
    case 'yellow':
      return l10n.t('yellow');
    case 'lime':
      return l10n.t('lime');
    case 'green':
      return l10n.t('green');
    case 'emerald':
      return l10n.t('emerald');
    case 'teal':
      return l10n.t('teal');
    case 'sky':
      return l10n.t('sky blue');
    case 'blue':
      return l10n.t('blue');
    case 'violet':
      return l10n.t('violet');
    case 'pink':
      return l10n.t('pink');
    default:
      return undefined;
  }
}
