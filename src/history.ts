import { Disposable, type LogOutputChannel } from 'vscode';
import { InterruptedRuns } from './interruptedRuns';
import { OrganizationNews } from './session/organizationNews';
import type { Sessions } from './session/sessions';
import type { Notices } from './ui/notices';
import type { Reports } from './ui/report';
import type { DrawnRows } from './view/drawnRows';
import type { RecentlyDeletedNode } from './view/recentlyDeletedNodes';
import { RecentlyDeletedView } from './view/recentlyDeletedView';

interface HistoryParts {
  readonly sessions: Sessions;
  readonly notices: Notices;
  readonly reports: Reports;
  readonly deletedRows: DrawnRows<RecentlyDeletedNode>;
  readonly record: (error: unknown) => void;
  readonly log: LogOutputChannel;
}

/**
 * Builds what reads the journal by itself, and what asks KirimChat whose key it is after a list.
 *
 * @param onHasDeleted told whether there is something in the view Recently Deleted.
 */
export function startHistory(
  { sessions, notices, reports, deletedRows, record, log }: HistoryParts,
  onHasDeleted: (has: boolean) => void,
): Disposable {
  return Disposable.from(
    new RecentlyDeletedView(sessions, deletedRows, onHasDeleted, record, log),
    new InterruptedRuns(sessions, notices, reports, record),
    new OrganizationNews(sessions, record),
  );
}
