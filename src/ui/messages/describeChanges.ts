import type { LabelChanges } from '../../operations/recheck/labelChanges';
import type { Session } from '../../accounts/session';
import { colorName } from '../color';
import { namesIn } from './names';
import { quoted } from './plainText';
import { l10n } from '../l10n';

/** What others (colleagues, another window) did to labels while a question about them was open, as sentences. */
export function describeChanges(
  { renamed, recolored, gone, unreadable }: LabelChanges,
  session: Pick<Session, 'labels'>,
): string {
  const changed = [...renamed, ...recolored].map(({ before }) => before);
  const names = namesIn(session, [...changed, ...gone, ...unreadable]);
  const sentences = [
    ...renamed.map(({ before, current }) => l10n.t('{0} is now called {1}.', names.of(before), quoted(current.name))),
    ...recolored.map(({ before, current }) => l10n.t('{0} is now {1}.', names.of(before), colorName(current.color))),
    ...gone.map((label) => l10n.t('{0} is already gone.', names.of(label))),
    ...unreadable.map((label) => l10n.t('{0} cannot be read any more, and is left out.', names.of(label))),
  ];
  const shown = sentences.slice(0, 5);
  const more = sentences.length - shown.length;
  return [
    l10n.t('Something has changed since you were asked.'),
    ...shown,
    ...(more === 1 ? [l10n.t('One more has changed.')] : more > 1 ? [l10n.t('{0} more have changed.', more)] : []),
  ].join(' ');
}
