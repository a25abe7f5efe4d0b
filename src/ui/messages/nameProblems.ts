import { MAX_LENGTH } from '../../operations/fittingName';
import type { NameProblem } from '../../operations/nameCheck';
import { isolated, quoted } from './plainText';
import { l10n } from '../l10n';

/** What is wrong with a name, as a sentence. */
export function describeNameProblem(problem: NameProblem): string {
  switch (problem.kind) {
    case 'empty':
      return l10n.t('Type a name with something in it that can be seen.');
    case 'tooLong':
      return l10n.t('A name has {0} characters at most. This one has {1}.', MAX_LENGTH, problem.length);
    case 'hidden':
    case 'marked': {
      const { before, character } = problem.hidden;
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      return before === ''
        ? l10n.t('The name begins with a character that cannot be seen ({0}).', code)
        : l10n.t('After “{0}” there is a character that cannot be seen ({1}).', isolated(before), code);
    }
    case 'taken':
      return l10n.t('There is a label {0} already.', quoted(problem.other.name));
    case 'alike':
      return l10n.t('This looks like the label {0}, which is there already.', quoted(problem.other.name));
  }
}
