import { l10n } from 'vscode';
import type { LabelChanges } from '../labels/labelChanges';
import { quoted } from './plainText';

/** What somebody else did to labels while a question about them was open, as sentences. */
export function describeChanges({ renamed, gone, unreadable }: LabelChanges): string {
  const sentences = [
    ...renamed.map(({ before, now }) => l10n.t('{0} is now called {1}.', quoted(before.name), quoted(now.name))),
    ...gone.map(({ name }) => l10n.t('{0} is already gone.', quoted(name))),
    ...unreadable.map(({ name }) => l10n.t('{0} cannot be read any more, and is left out.', quoted(name))),
  ];
  const shown = sentences.slice(0, 5);
  const more = sentences.length - shown.length;
  return [
    l10n.t('Something has changed since you were asked.'),
    ...shown,
    ...(more === 1 ? [l10n.t('One more has changed.')] : more > 1 ? [l10n.t('{0} more have changed.', more)] : []),
  ].join(' ');
}
