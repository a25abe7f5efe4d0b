import { InputBoxValidationSeverity } from 'vscode';
import type { Label } from '../api/schema';
import { failureIn, lacksTeam } from '../operations/failure';
import { isWarning, NameCheck, type NameProblem } from '../operations/nameCheck';
import type { ItemResult, OperationItem } from '../operations/operation';
import type { Session } from '../accounts/session';
import { describeError } from '../ui/messages/describeError';
import { describeNameProblem } from '../ui/messages/nameProblems';
import { askWithCheck, type InputBoxButton, InputRefusal } from '../ui/prompts/checkedInput';
import type { CommandContext } from './commandContext';
import type { OperationCommand } from './operationCommand';
import { perform } from './performOperation';
import { l10n } from '../ui/l10n';

interface NameQuestion<T extends OperationItem> {
  readonly title: string;
  readonly prompt: string;
  readonly button?: InputBoxButton<void>;
  /** The name that the label has; undefined where it is new. */
  readonly name?: string;
  /** The label that is to have the name; of a new one an id that no label has. */
  readonly own: Pick<Label, 'id' | 'team_id'>;
  /** What is done with a name. */
  readonly itemOf: (name: string) => T;
}

/**
 * Asks for a name, and does what it is for while the box is still open: there it is said what is wrong with the name, and what
 * KirimChat refuses. A name that stays as it is needs nothing to be done.
 *
 * @throws CancellationError when the box is closed; OperationError
 */
export async function askForName<T extends OperationItem>(
  context: CommandContext,
  session: Session,
  command: OperationCommand<T>,
  { title, prompt, button, name, own, itemOf }: NameQuestion<T>,
): Promise<void> {
  const check = new NameCheck(session.labels, own);
  await askWithCheck({
    title,
    prompt,
    button,
    placeholder: l10n.t('Name of the label'),
    value: name,
    validate: (value) => {
      const problem = value === name ? undefined : check.problemOf(value.trim());
      const { Error, Warning } = InputBoxValidationSeverity;
      return problem && { message: describeNameProblem(problem), severity: isWarning(problem) ? Warning : Error };
    },
    submit: async (value, closed) => {
      const typed = value.trim();
      if (value === name || typed === name) {
        return;
      }
      let refusal: string | undefined;
      let teamless: ItemResult<T> | undefined;
      const refuse = (result: ItemResult<T>) => {
        if (lacksTeam(result.error)) {
          teamless = result;
          return true;
        }
        refusal = closed.aborted ? undefined : describeRefusal(result, command, session, check.problemOf(typed));
        return refusal !== undefined;
      };
      await perform(context, session, { ...command, refuse }, [itemOf(typed)]);
      if (teamless) {
        // That asks for the team.
        await command.retry?.(session, [teamless]);
      }
      if (refusal !== undefined) {
        throw new InputRefusal(refusal);
      }
    },
  });
}

/** @param problem what is known of the name by now: the list may be newer than when it was typed. */
function describeRefusal<T extends OperationItem>(
  { item, status, error }: ItemResult<T>,
  { words }: OperationCommand<T>,
  session: Session,
  problem: NameProblem | undefined,
): string | undefined {
  const isRefused = status === 'failed' && failureIn(error)?.kind === 'invalidRequest';
  if (status !== 'exists' && !isRefused) {
    return undefined;
  }
  if (problem?.kind === 'taken') {
    return describeNameProblem(problem);
  }
  return status === 'exists' ? words.exists?.([item], session) : describeError(failureIn(error));
}
