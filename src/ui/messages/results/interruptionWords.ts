import type { JournalAct } from '../../../journal/entry';
import { l10n } from '../../l10n';

/** What is said about a run that broke off, by what it did. All are whole sentences, but for titles, headings and parts of a count. */
interface InterruptionWords {
  /** Title of the report. */
  title(): string;
  /** @param labels as in “label “VIP””, or “3 labels”. */
  during(labels: string): string;
  /** Nothing was sent. @param labels one, or several. */
  before(labels: string, isOne: boolean): string;
  /** How many it was done to, before the others are counted. */
  count(done: number): string;
  /** What became of the only label. */
  one(ending: 'done' | 'inDoubt' | 'notDone'): string;
  heading(ending: 'done' | 'inDoubt' | 'notDone'): string;
}

const DELETED: InterruptionWords = {
  title: () => l10n.t('Deleted Labels'),
  during: (labels) => l10n.t('VS Code was closed while it deleted {0}.', labels),
  before: (labels, isOne) =>
    isOne
      ? l10n.t('VS Code was closed before {0} was deleted. It was not deleted.', labels)
      : l10n.t('VS Code was closed before {0} were deleted. None was deleted.', labels),
  count: (done) =>
    done === 0 ? l10n.t('None was deleted') : done === 1 ? l10n.t('1 was deleted') : l10n.t('{0} were deleted', done),
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
  during: (labels) => l10n.t('VS Code was closed while it retired {0}.', labels),
  before: (labels, isOne) =>
    isOne
      ? l10n.t('VS Code was closed before {0} was retired. It was not retired.', labels)
      : l10n.t('VS Code was closed before {0} were retired. None was retired.', labels),
  count: (done) =>
    done === 0 ? l10n.t('None was retired') : done === 1 ? l10n.t('1 was retired') : l10n.t('{0} were retired', done),
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
  during: (labels) => l10n.t('VS Code was closed while it renamed {0}.', labels),
  before: (labels, isOne) =>
    isOne
      ? l10n.t('VS Code was closed before {0} was renamed. It was not renamed.', labels)
      : l10n.t('VS Code was closed before {0} were renamed. None was renamed.', labels),
  count: (done) =>
    done === 0 ? l10n.t('None was renamed') : done === 1 ? l10n.t('1 was renamed') : l10n.t('{0} were renamed', done),
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
  during: (labels) => l10n.t('VS Code was closed while it changed the color of {0}.', labels),
  before: (labels, isOne) =>
    isOne
      ? l10n.t('VS Code was closed before {0} was recolored. It was not recolored.', labels)
      : l10n.t('VS Code was closed before {0} were recolored. None was recolored.', labels),
  count: (done) =>
    done === 0
      ? l10n.t('None was recolored')
      : done === 1
        ? l10n.t('1 was recolored')
        : l10n.t('{0} were recolored', done),
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
