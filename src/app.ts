import { env, type ExtensionContext, type TreeView, window } from 'vscode';
import { KirimClient } from './api/client';
import { preloadFetch } from './api/send';
import type { CommandId } from './commands/commandIds';
import { byName } from './labels/labelOrder';
import { readRequestTimeoutSeconds } from './session/configuration';
import { KeyStore } from './session/keyStore';
import { journalsIn } from './session/openJournal';
import type { ClientFactory, Session } from './session/session';
import { Sessions } from './session/sessions';
import { startWhen } from './session/startWhen';
import { ErrorBoundary } from './ui/errorBoundary';
import { logAttempt, logUnreadable } from './ui/requestLog';
import { DrawnRows } from './view/drawnRows';
import { FocusedRow } from './view/focusedRow';
import { groupIdOf, type LabelsTreeNode, rowId } from './view/labelNodes';
import { LabelsTree } from './view/labelsTree';
import { LabelsView } from './view/labelsView';
import { MarkedRows } from './view/markedRows';
import { DELETED_ROW_IDS, type RecentlyDeletedNode } from './view/recentlyDeletedNodes';

/** In the state that all windows share: whether there was something in Recently Deleted. */
const HAD_DELETED = 'hadDeleted';

/** What is behind the view and the commands. Loaded when one of them is used for the first time. */
export interface App {
  readonly tree: LabelsTree;
  /** Runs a command, with what VS Code called it with, behind the error boundary. */
  run(id: CommandId, args: readonly unknown[]): Promise<void>;
}

/** Builds the parts and joins them. */
export function createApp(
  { secrets, globalState, globalStorageUri, subscriptions }: ExtensionContext,
  treeView: TreeView<LabelsTreeNode>,
): App {
  const log = window.createOutputChannel('Kirim Labels', { log: true });
  const boundary = new ErrorBoundary(log);
  const createClient: ClientFactory = (baseUrl, apiKey) =>
    new KirimClient({
      baseUrl,
      apiKey,
      timeoutSeconds: readRequestTimeoutSeconds,
      onAttempt: (attempt) => {
        logAttempt(log, attempt);
      },
      onUnreadable: (unreadable) => {
        logUnreadable(log, unreadable);
      },
    });
  const record = (error: unknown) => {
    boundary.record(error);
  };
  const services = { createClient, openJournal: journalsIn(globalStorageUri) };
  const sessions = new Sessions(new KeyStore(secrets), services, record);
  const drawn = new DrawnRows<LabelsTreeNode>({ idOf: rowId, groupIdOf });
  const tree = new LabelsTree(sessions, drawn);
  const focus = new FocusedRow(drawn, treeView);
  const marked = new MarkedRows(treeView, tree, focus);
  const forgetMarks = sessions.onDidChange(({ kind }) => {
    if (kind === 'session') {
      marked.forget();
    }
  });
  const hadDeleted = globalState.get<boolean>(HAD_DELETED, false);
  const view = new LabelsView(sessions, treeView, hadDeleted);
  const deletedRows = new DrawnRows<RecentlyDeletedNode>(DELETED_ROW_IDS);
  const build = async () => {
    const [{ createTelling }, { ShownRows }] = await Promise.all([import('./ui/telling'), import('./view/shownRows')]);
    const telling = createTelling(boundary, log);
    const forgetting = sessions.onDidChange(({ kind }) => {
      if (kind === 'session') {
        telling.notices.forgetUnfinished();
      }
    });
    subscriptions.push(telling.reports, telling.notices, forgetting);
    const shown = new ShownRows(sessions, { tree, view: treeView, drawn, marked, focus });
    return { sessions, createClient, view: shown, deletedRows, log, record, ...telling };
  };
  let built: ReturnType<typeof build> | undefined;
  const parts = () => (built ??= build());
  const onHasDeleted = (has: boolean) => {
    view.hasDeleted = has;
    globalState.update(HAD_DELETED, has).then(undefined, record);
  };
  const isTimeForHistory = ({ labels }: Session) => hadDeleted || labels.state.kind === 'loaded';
  const history = startWhen(sessions, isTimeForHistory, record, async () => {
    const { startHistory } = await import('./history');
    subscriptions.push(startHistory(await parts(), onHasDeleted));
  });
  subscriptions.push(log, sessions, tree, drawn.follow(treeView), focus, marked, forgetMarks, view, history);
  // The secret storage takes tens of milliseconds, in which VS Code asks for the first rows. What takes as long before a
  // first request and a first list is done meanwhile.
  void sessions.restore();
  setTimeout(() => {
    preloadFetch();
    byName(env.language);
  });
  return {
    tree,
    run: (id, args) => {
      const taken = marked.taken(args);
      return boundary.run(async () => {
        const { COMMANDS } = await import('./commands/commands');
        await COMMANDS[id](await parts(), taken);
      });
    },
  };
}
