import { commands, env, type ExtensionContext, ExtensionKind, window } from 'vscode';
import { Accounts } from './accounts/accounts';
import { readRequestTimeoutSeconds } from './accounts/configuration';
import { KirimClient } from './api/client';
import { preloadFetch } from './api/http/send';
import type { CommandContext } from './commands/commandContext';
import { COMMANDS } from './commands/commands';
import type { KirimLabelsApi } from './extensionApi';
import { followInterruptedRuns } from './ui/notifications/interruptedRuns';
import { byName } from './labels/labelOrder';

import { KeyStore } from './accounts/keyStore';
import { journalsIn } from './accounts/openJournal';
import { followOrganizations } from './accounts/organizationNews';
import type { ClientFactory } from './accounts/session';
import { NO_FILTER } from './labels/query/labelFilter';
import { createApi } from './tools/exportedApi';
import { registerTools } from './tools/tools';
import { ErrorBoundary } from './ui/errorBoundary';
import { Notifications } from './ui/notifications/notifications';
import { RecentRequests } from './ui/recentRequests';
import { Reports } from './ui/report';
import { logAttempt, logUnreadable } from './ui/requestLog';
import { DrawnRows } from './views/drawnRows';
import { FocusedRow } from './views/labels/focusedRow';
import { parentIdsOf, type LabelsTreeNode, rowId } from './views/labels/labelNodes';
import { LabelsQuery } from './views/labels/labelsQuery';
import { LabelsTree } from './views/labels/labelsTree';
import { LabelsView } from './views/labels/labelsView';
import { MarkedRows } from './views/labels/markedRows';
import { DELETED_ROW_IDS, type RecentlyDeletedNode } from './views/recentlyDeleted/recentlyDeletedNodes';
import { RecentlyDeletedView } from './views/recentlyDeleted/recentlyDeletedView';
import { ShownRows } from './views/labels/shownRows';

/** In the state that all windows share: whether there was something in Recently Deleted. */
const HAD_DELETED = 'hadDeleted';

/** Builds the parts and joins them. VS Code calls it when the view is opened, or a command is run, for the first time. */
export function activate(extensionContext: ExtensionContext): KirimLabelsApi {
  const { secrets, globalState, globalStorageUri, subscriptions, extension } = extensionContext;
  // What is said to the user, and the log.
  const log = window.createOutputChannel('Kirim Labels', { log: true });
  const boundary = new ErrorBoundary(log);
  const record = (error: unknown) => {
    boundary.record(error);
  };
  const notifications = new Notifications(boundary, log);
  const reports = new Reports();
  const requests = new RecentRequests();
  subscriptions.push(log, notifications, reports);

  // Who is signed in.
  const createClient: ClientFactory = (baseUrl, apiKey, sampleFetch) =>
    new KirimClient({
      baseUrl,
      apiKey,
      timeoutSeconds: readRequestTimeoutSeconds,
      fetch: sampleFetch,
      onAttempt: (attempt) => {
        requests.add(attempt);
        logAttempt(log, attempt, sampleFetch ? 'sample data' : '');
      },
      onUnreadable: (unreadable) => {
        logUnreadable(log, unreadable);
      },
    });
  const services = { createClient, openJournal: journalsIn(globalStorageUri) };
  const accounts = new Accounts(new KeyStore(secrets), services, record);
  subscriptions.push(accounts);

  // The view Labels.
  const drawn = new DrawnRows<LabelsTreeNode>({ idOf: rowId, parentIdsOf });
  const query = new LabelsQuery(accounts);
  const tree = new LabelsTree(accounts, drawn, query);
  const treeView = window.createTreeView('kirimLabels.labels', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });
  const focus = new FocusedRow(drawn, treeView);
  const marked = new MarkedRows(treeView, tree, focus, query);
  const hadDeleted = globalState.get<boolean>(HAD_DELETED, false);
  const labelsView = new LabelsView(accounts, treeView, hadDeleted, query);
  subscriptions.push(query, tree, treeView, drawn.follow(treeView), focus, marked, labelsView);

  // The view Recently Deleted, and what else begins by itself once there is a list.
  const deletedRows = new DrawnRows<RecentlyDeletedNode>(DELETED_ROW_IDS);
  const onHasDeleted = (hasDeleted: boolean) => {
    labelsView.hasDeleted = hasDeleted;
    // Of a sample nothing is kept.
    const isKept = accounts.sessions.some(({ isSample }) => !isSample);
    globalState.update(HAD_DELETED, hasDeleted && isKept).then(undefined, record);
  };
  subscriptions.push(
    new RecentlyDeletedView(accounts, deletedRows, { hadDeleted, onHasDeleted, record, log }),
    followInterruptedRuns(accounts, { notifications, reports, record }),
    followOrganizations(accounts, record),
  );

  // The commands.
  const view = new ShownRows(accounts, { tree, view: treeView, drawn, marked, focus, query });
  const run = (act: () => unknown) => boundary.run(act);
  const context: CommandContext = {
    accounts,
    createClient,
    view,
    query,
    deletedRows,
    notifications,
    reports,
    requests,
    log,
    extension: {
      version: String((extension.packageJSON as { readonly version?: unknown }).version),
      runsInUi: extension.extensionKind === ExtensionKind.UI,
      uri: extension.extensionUri,
    },
    run,
    record,
  };
  for (const [id, act] of Object.entries(COMMANDS)) {
    const command = commands.registerCommand(id, (...args: unknown[]) => {
      const taken = marked.taken(args);
      return boundary.run(() => act(context, taken));
    });
    subscriptions.push(command);
  }

  // For agents and other extensions.
  subscriptions.push(...registerTools(context));
  const api = createApi(context, subscriptions);

  // Rows and notifications of a session that has ended would keep it, and its key, in memory.
  const forgetting = accounts.onDidChange((change) => {
    if (change.kind === 'sessions' && change.ended.length > 0) {
      marked.forget();
      notifications.forgetEnded();
      if (accounts.sessions.length === 0) {
        // It was about labels that are gone: whoever signs in next would see an empty view.
        query.filter = NO_FILTER;
      }
    }
  });
  subscriptions.push(forgetting);

  // While VS Code makes room for the view: the secret storage, ofetch and the rules of sorting take tens of milliseconds each.
  void accounts.restore();
  setTimeout(() => {
    preloadFetch();
    byName(env.language);
  });
  return api;
}
