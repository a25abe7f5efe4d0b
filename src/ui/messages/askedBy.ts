import { l10n } from '../l10n';
import type { AskedBy, JournalEntry } from '../../journal/entry';

/** Says in a question that something else than the user has asked for it; nothing where it was the user. */
export function describeAskedBy(askedBy: AskedBy | undefined): string {
  switch (askedBy) {
    case 'agent':
      return l10n.t('An agent asks for this. It happens only if you agree.');
    case 'extension':
      return l10n.t('Another extension asks for this. It happens only if you agree.');
    case undefined:
      return '';
  }
}

/** The same as a line about what has happened. */
export function askedByLine({ askedBy }: Pick<JournalEntry, 'askedBy'>): string {
  switch (askedBy) {
    case 'agent':
      return l10n.t('Asked for by an agent');
    case 'extension':
      return l10n.t('Asked for by another extension');
    case undefined:
      return '';
  }
}
