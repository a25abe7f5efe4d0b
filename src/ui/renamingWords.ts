import { l10n } from 'vscode';
import type { Label } from '../api/schema';
import type { Renaming } from '../labels/retirement';
import type { Session } from '../session/session';
import { nameIn, namesIn } from './names';
import { quoted } from './plainText';

type Organization = Pick<Session, 'labels'>;

/** What is said about labels that get other names. */
export interface RenamingWords {
  /** While it goes on. */
  readonly doing: (labels: readonly Label[], session: Organization) => string;
  readonly done: (renamings: readonly Renaming[], session: Organization) => string;
  readonly partly: (done: number, total: number) => string;
  readonly failed: (labels: readonly Label[], session: Organization) => string;
  readonly inDoubt: (label: Label, session: Organization) => string;
  /** Its name or its color is another one than was agreed to. */
  readonly changed: (label: Label, current: Label, session: Organization) => string;
  readonly cancelled: () => string;
  readonly nothingLeft: () => string;
  readonly reportTitle: () => string;
}

export const RETIRE_WORDS: RenamingWords = {
  doing: (labels, session) => l10n.t('Retiring {0}', namesIn(session, labels).orCount),
  done: ([first, ...more], session) =>
    first && more.length === 0
      ? l10n.t('Retired {0}. Its contacts and conversations keep it.', nameIn(session, first.label))
      : l10n.t('Retired {0} labels. Their contacts and conversations keep them.', more.length + 1),
  partly: (done, total) => l10n.t('Retired {0} of {1} labels.', done, total),
  failed: ([first, ...more], session) =>
    first && more.length === 0
      ? l10n.t('Label {0} was not retired.', nameIn(session, first))
      : l10n.t('The {0} labels were not retired.', more.length + 1),
  inDoubt: (label, session) => l10n.t('It is not certain that label {0} was retired.', nameIn(session, label)),
  changed: (label, current, session) =>
    label.name === current.name
      ? l10n.t('Label {0} was not retired: its color has changed meanwhile.', nameIn(session, label))
      : l10n.t('Label {0} was not retired: it is called {1} now.', nameIn(session, label), quoted(current.name)),
  cancelled: () => l10n.t('Cancelled: nothing was retired.'),
  nothingLeft: () => l10n.t('Nothing is left to retire: somebody has done it meanwhile.'),
  reportTitle: () => l10n.t('Retired Labels'),
};

export const RESTORE_WORDS: RenamingWords = {
  doing: (labels, session) => l10n.t('Restoring {0}', namesIn(session, labels).orCount),
  done: ([first, ...more], session) =>
    first && more.length === 0
      ? l10n.t('Restored {0}.', namesIn(session, [first.label]).of(first.label, first.name))
      : l10n.t('Restored {0} labels.', more.length + 1),
  partly: (done, total) => l10n.t('Restored {0} of {1} labels.', done, total),
  failed: ([first, ...more], session) =>
    first && more.length === 0
      ? l10n.t('Label {0} was not restored.', nameIn(session, first))
      : l10n.t('The {0} labels were not restored.', more.length + 1),
  inDoubt: (label, session) => l10n.t('It is not certain that label {0} was restored.', nameIn(session, label)),
  changed: (label, current, session) =>
    label.name === current.name
      ? l10n.t('Label {0} was not restored: its color has changed meanwhile.', nameIn(session, label))
      : l10n.t('Label {0} was not restored: it is called {1} now.', nameIn(session, label), quoted(current.name)),
  cancelled: () => l10n.t('Cancelled: nothing was restored.'),
  nothingLeft: () => l10n.t('Nothing is left to restore: somebody has done it meanwhile.'),
  reportTitle: () => l10n.t('Restored Labels'),
};
