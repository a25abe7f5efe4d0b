import { l10n } from 'vscode';
import type { Label } from '../api/schema';
import { quoted } from './plainText';

/** More would not fit into a dialog. */
const NAMED = 10;

/** The first ten names, and how many there are beyond them: each an entry of its own. */
export function nameSome(labels: readonly Pick<Label, 'name'>[]): string[] {
  const names = labels.slice(0, NAMED).map(({ name }) => quoted(name));
  const more = labels.length - names.length;
  return more > 0 ? [...names, l10n.t('…and {0} more', more)] : names;
}

/** A label by its name, several by their number. */
export function nameOrCount(labels: readonly Pick<Label, 'name'>[]): string {
  const [first] = labels;
  return labels.length === 1 && first ? l10n.t('label {0}', quoted(first.name)) : l10n.t('{0} labels', labels.length);
}
