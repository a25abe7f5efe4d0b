import { CancellationError, type CancellationToken, LanguageModelTextPart, LanguageModelToolResult, lm } from 'vscode';
import { RequestCancelledError } from '../api/errors';
import type { CommandContext } from '../commands/commandContext';
import { RefusalError } from '../commands/namedLabels';
import { createLabel } from './createLabel';
import { deleteLabels } from './deleteLabels';
import { describeFailure } from './describeFailure';
import { findLabels } from './findLabels';
import { listLabels } from './listLabels';
import { retireLabels } from './retireLabels';
import type { Tool } from './tool';

/** All language-model tools of package.json, by their names. */
export const TOOLS = {
  kirim_list_labels: listLabels,
  kirim_find_labels: findLabels,
  kirim_retire_labels: retireLabels,
  kirim_delete_labels: deleteLabels,
  kirim_create_label: createLabel,
} satisfies Readonly<Record<string, Tool>>;

/**
 * VS Code's own question before a tool runs can be switched off, by settings, hooks and other extensions. So there is none: what
 * writes asks by itself.
 */
export function registerTools(context: CommandContext): { dispose(): void }[] {
  return Object.entries(TOOLS).map(([name, tool]) =>
    lm.registerTool(name, {
      prepareInvocation: () => ({ invocationMessage: tool.doing() }),
      invoke: async ({ input }, token) => {
        const result = await answer(context, tool, input, signalOf(token));
        return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(result))]);
      },
    }),
  );
}

/** An error is a result as well: the model is to go on with it. */
async function answer(context: CommandContext, tool: Tool, input: unknown, signal: AbortSignal): Promise<object> {
  try {
    return await tool.run(context, input, signal);
  } catch (error) {
    if (error instanceof RefusalError) {
      return { error: { code: error.code, message: error.message, ...error.details } };
    }
    if (error instanceof CancellationError || error instanceof RequestCancelledError) {
      return { error: { code: 'cancelled' } };
    }
    context.record(error);
    return { error: { code: 'failed', message: describeFailure(error) } };
  }
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  const abort = () => {
    controller.abort();
  };
  token.onCancellationRequested(abort);
  if (token.isCancellationRequested) {
    abort();
  }
  return controller.signal;
}
