import { EventEmitter, type ExtensionContext } from 'vscode';
import type { CommandContext } from '../commands/commandContext';
import { RefusalError } from '../commands/namedLabels';
import type { KirimLabelsApi } from '../extensionApi';
import { NO_FILTER } from '../labels/query/labelFilter';
import { requestDelete } from './deleteLabels';
import { describeFailure } from './describeFailure';
import { listAll } from './listing';

/** What `activate` returns. It hands out copies, and no object that knows a key. */
export function createApi(context: CommandContext, subscriptions: ExtensionContext['subscriptions']): KirimLabelsApi {
  const { accounts } = context;
  const changed = new EventEmitter<void>();
  const following = accounts.onDidChange(({ kind }) => {
    if (kind !== 'state' && kind !== 'row') {
      changed.fire();
    }
  });
  subscriptions.push(changed, following);
  return Object.freeze<KirimLabelsApi>({
    version: 1,
    listLabels: () => inWords(listAll(accounts, NO_FILTER)),
    onDidChangeLabels: changed.event,
    deleteLabels: async (labels, organization) => {
      const { results } = await inWords(requestDelete(context, { labels, organization }, { askedBy: 'extension' }));
      return results;
    },
  });
}

/** An error of ours has its cause with it, which is not for others. */
async function inWords<T>(task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (error) {
    throw error instanceof RefusalError ? error : new Error(describeFailure(error));
  }
}
