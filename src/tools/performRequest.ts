import { CancellationError } from 'vscode';
import { l10n } from '../ui/l10n';
import type { ChosenLabels } from '../commands/chosenLabels';
import type { CommandContext } from '../commands/commandContext';
import { type NamedLabels, parseNamedLabels, RefusalError } from '../commands/namedLabels';
import type { WriteRequest } from '../commands/operationCommand';
import type { LabelResult } from '../extensionApi';
import type { ItemResult } from '../operations/operation';
import { describeFailure } from './describeFailure';
import { organizationOf } from './listing';

/** Who asks for a write. */
export type Asker = Pick<WriteRequest, 'askedBy' | 'signal'>;

/**
 * Has a command ask the user and do it, behind the error boundary, so that the user sees what the command says as well.
 *
 * @returns what became of each label.
 */
export async function performRequest(
  context: CommandContext,
  { labels, session }: ChosenLabels,
  asker: Asker,
  perform: (request: WriteRequest) => Promise<void>,
): Promise<readonly LabelResult[]> {
  const results = new Map<string, ItemResult>();
  let failure: unknown;
  const onResults = (some: readonly ItemResult[]) => {
    some.forEach((result) => results.set(result.item.label.id, result));
  };
  await context.run(async () => {
    try {
      await perform({ ...asker, onResults });
    } catch (error) {
      failure = error;
      throw error;
    }
  });
  const error = failure === undefined || failure instanceof CancellationError ? undefined : describeFailure(failure);
  return labels.map(({ id, name }) => {
    const result = results.get(id);
    if (result) {
      return { id, name, ...outcomeOf(result) };
    }
    const isGone = session.labels.isDeleted(id);
    return {
      id,
      name,
      ...(error === undefined ? { status: isGone ? 'alreadyGone' : 'declined' } : { status: 'failed', error }),
    };
  });
}

function outcomeOf({ status, item, current, error, requestId }: ItemResult): Omit<LabelResult, 'id' | 'name'> {
  return {
    status,
    ...(current && current.name !== item.label.name && { current_name: current.name }),
    ...(error !== undefined && { error: describeFailure(error) }),
    ...(requestId !== undefined && { request_id: requestId }),
  };
}

/** A new label has no id before it is created. */
type ToolLabel = Omit<LabelResult, 'id'> & { readonly id: string | undefined; readonly color?: string };

/** The same as the result of a tool. */
export function asToolResult({ session }: Pick<ChosenLabels, 'session'>, labels: readonly ToolLabel[]): object {
  const isDeclined = labels.every(({ status }) => status === 'declined');
  const { id, name, is_sample } = organizationOf(session);
  return {
    organization: { id, name, is_sample },
    labels,
    ...(isDeclined && { note: l10n.t('The person did not agree, or took it back. Nothing was done.') }),
  };
}

/** @throws RefusalError where it names no labels */
export function parseNamed(input: unknown): NamedLabels {
  const named = parseNamedLabels(input);
  if (!named) {
    throw new RefusalError('invalidInput', l10n.t('Each label has to be named by its ID and its name.'));
  }
  return named;
}
