import { type ExtensionContext, window } from 'vscode';
import { KirimClient } from './api/client';
import { registerCommands } from './commands/registerCommands';
import { readRequestTimeoutSeconds } from './session/configuration';
import { KeyStore } from './session/keyStore';
import { journalsIn } from './session/openJournal';
import type { ClientFactory } from './session/session';
import { Sessions } from './session/sessions';
import { whenListed } from './session/whenListed';
import { ErrorBoundary } from './ui/errorBoundary';
import { Notices } from './ui/notices';
import { Reports } from './ui/report';
import { logAttempt } from './ui/requestLog';
import { LabelsTree } from './view/labelsTree';
import { LabelsView } from './view/labelsView';

/** Builds the parts and joins them. */
export function activate(context: ExtensionContext): void {
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
    });
  const record = (error: unknown) => {
    boundary.record(error);
  };
  const openJournal = journalsIn(context.globalStorageUri);
  const sessions = new Sessions(new KeyStore(context.secrets), { createClient, openJournal }, record);
  const tree = new LabelsTree(sessions);
  const view = new LabelsView(sessions, tree);
  const reports = new Reports();
  const notices = new Notices(boundary, log);
  const parts = { sessions, createClient, view, notices, reports, log, record };
  const commands = registerCommands(parts, boundary);
  const history = whenListed(sessions, record, async () => {
    const { startHistory } = await import('./history');
    context.subscriptions.push(startHistory(parts));
  });
  context.subscriptions.push(log, sessions, tree, view, reports, history, ...commands);
}
