import { commands, type ExtensionContext, window } from 'vscode';
import type { App } from './app';
import { COMMAND_IDS } from './commands/commandIds';
import { LateTree } from './view/lateTree';

/** Registers the view and the commands. All that is behind them is loaded when one of them is used. */
export function activate(context: ExtensionContext): void {
  let started: Promise<App> | undefined;
  const start = async (): Promise<App> => {
    const { createApp } = await import('./app');
    return createApp(context, view);
  };
  const app = (): Promise<App> => (started ??= start());
  const tree = new LateTree(async () => (await app()).tree);
  const view = window.createTreeView('kirimLabels.labels', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });
  const registrations = COMMAND_IDS.map((id) =>
    commands.registerCommand(id, async (...args: unknown[]) => {
      await (await app()).run(id, args);
    }),
  );
  context.subscriptions.push(tree, view, ...registrations);
}
