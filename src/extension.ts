import { commands, type ExtensionContext, window } from 'vscode';
import type { App } from './app';
import { COMMAND_IDS } from './commands/commandIds';
import { LateTree } from './view/lateTree';

/**
 * Registers the view and the commands. VS Code does so when one of them is used: what is behind them is loaded right after,
 * while VS Code makes room for the view.
 */
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
  setTimeout(() => {
    // Whoever asks for a row or runs a command is told of what fails.
    app().catch(() => undefined);
  });
}
