import type { JournalAct } from '../../../journal/entry';
import type { Sentences } from '../names';
import { l10n } from '../../l10n';

/** What is said about a run that broke off, by what it did. All are whole sentences, but for titles and headings. */
interface InterruptionWords {
  /** Title of the report. */
  title(): string;
  readonly during: Sentences;
  /** Nothing was sent. */
  readonly before: Sentences;
  /** What became of the only label. */
  one(ending: Ending): string;
  /** What became of several: a heading in the report, and in front of their number. */
  heading(ending: Ending): string;
}

type Ending = 'done' | 'inDoubt' | 'notDone';

const DELETED: InterruptionWords = {
  title: () => l10n.t('Deleted Labels'),
  during: {
    one: (name) => l10n.t('VS Code was closed while it deleted label {0}.', name),
    many: (count) => l10n.t('VS Code was closed while it deleted {0} labels.', count),
  },
  before: {
    one: (name) => l10n.t('VS Code was closed before label {0} was deleted. It was not deleted.', name),
    many: (count) => l10n.t('VS Code was closed before {0} labels were deleted. None was deleted.', count),
  },
  one: (ending) =>
    ending === 'done'
      ? l10n.t('It was deleted.')
      : ending === 'inDoubt'
        ? l10n.t('It may have been deleted.')
        : l10n.t('It was not deleted.'),
  heading: (ending) =>
    ending === 'done'
      ? l10n.t('Deleted')
      : ending === 'inDoubt'
        ? l10n.t('May have been deleted')
        : l10n.t('Not deleted'),
};

const RETIRED: InterruptionWords = {
  title: () => l10n.t('Retired Labels'),
  during: {
    one: (name) => l10n.t('VS Code was closed while it retired label {0}.', name),
    many: (count) => l10n.t('VS Code was closed while it retired {0} labels.', count),
  },
  before: {
    one: (name) => l10n.t('VS Code was closed before label {0} was retired. It was not retired.', name),
    many: (count) => l10n.t('VS Code was closed before {0} labels were retired. None was retired.', count),
  },
  one: (ending) =>
    ending === 'done'
      ? l10n.t('It was retired.')
      : ending === 'inDoubt'
        ? l10n.t('It may have been retired.')
        : l10n.t('It was not retired.'),
  heading: (ending) =>
    ending === 'done'
      ? l10n.t('Retired')
      : ending === 'inDoubt'
        ? l10n.t('May have been retired')
        : l10n.t('Not retired'),
};

const RENAMED: InterruptionWords = {
  title: () => l10n.t('Renamed Labels'),
  during: {
    one: (name) => l10n.t('VS Code was closed while it renamed label {0}.', name),
    many: (count) => l10n.t('VS Code was closed while it renamed {0} labels.', count),
  },
  before: {
    one: (name) => l10n.t('VS Code was closed before label {0} was renamed. It was not renamed.', name),
    many: (count) => l10n.t('VS Code was closed before {0} labels were renamed. None was renamed.', count),
  },
  one: (ending) =>
    ending === 'done'
      ? l10n.t('It was renamed.')
      : ending === 'inDoubt'
        ? l10n.t('It may have been renamed.')
        : l10n.t('It was not renamed.'),
  heading: (ending) =>
    ending === 'done'
      ? l10n.t('Renamed')
      : ending === 'inDoubt'
        ? l10n.t('May have been renamed')
        : l10n.t('Not renamed'),
};

const RECOLORED: InterruptionWords = {
  title: () => l10n.t('Recolored Labels'),
  during: {
    one: (name) => l10n.t('VS Code was closed while it changed the color of label {0}.', name),
    many: (count) => l10n.t('VS Code was closed while it changed the color of {0} labels.', count),
  },
  before: {
    one: (name) => l10n.t('VS Code was closed before label {0} was recolored. It was not recolored.', name),
    many: (count) => l10n.t('VS Code was closed before {0} labels were recolored. None was recolored.', count),
  },
  one: (ending) =>
    ending === 'done'
      ? l10n.t('It was recolored.')
      : ending === 'inDoubt'
        ? l10n.t('It may have been recolored.')
        : l10n.t('It was not recolored.'),
  heading: (ending) =>
    ending === 'done'
      ? l10n.t('Recolored')
      : ending === 'inDoubt'
        ? l10n.t('May have been recolored')
        : l10n.t('Not recolored'),
};

export const INTERRUPTION_WORDS: Readonly<Record<JournalAct, InterruptionWords>> = {
  delete: DELETED,
  retire: RETIRED,
  rename: RENAMED,
  recolor: RECOLORED,
};
