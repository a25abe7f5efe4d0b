import { l10n } from 'vscode';
import { LABEL_COLORS, type LabelColor } from '../api/schema';
import { plainText } from './plainText';

/** The color in the user's language; one that is not known yet as the API says it. */
export function colorName(color: string): string {
  return isKnownColor(color) ? knownColorName(color) : plainText(color);
}

/** Whether the API documents this color. */
export function isKnownColor(color: string): color is LabelColor {
  return (LABEL_COLORS as readonly string[]).includes(color);
}

// A switch and not a table: it is asked for each row, and a table would translate all of its words each time.
function knownColorName(color: LabelColor): string {
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
  }
}
