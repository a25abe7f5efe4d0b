import type { LogOutputChannel, Uri } from 'vscode';
import type { ClientFactory } from '../accounts/session';
import type { Accounts } from '../accounts/accounts';
import type { Notifications } from '../ui/notifications/notifications';
import type { RecentRequests } from '../ui/recentRequests';
import type { Reports } from '../ui/report';
import type { DrawnRows } from '../views/drawnRows';
import type { RecentlyDeletedNode } from '../views/recentlyDeleted/recentlyDeletedNodes';
import type { LabelsQuery } from '../views/labels/labelsQuery';
import type { ShownRows } from '../views/labels/shownRows';

/** What commands work with. They hold no state of their own. */
export interface CommandContext {
  readonly accounts: Accounts;
  readonly createClient: ClientFactory;
  readonly view: Pick<ShownRows, 'calledOn' | 'leave' | 'isVisible' | 'rowsDrawn' | 'showOrganization'>;
  readonly query: LabelsQuery;
  /** The rows of the view Recently Deleted. */
  readonly deletedRows: Pick<DrawnRows<RecentlyDeletedNode>, 'has' | 'isDrawn'>;
  readonly notifications: Notifications;
  readonly reports: Reports;
  readonly requests: RecentRequests;
  readonly log: LogOutputChannel;
  /** What is known of this extension itself. */
  readonly extension: { readonly version: string; readonly runsInUi: boolean; readonly uri: Uri };
  /** Does something whose failure is shown by itself, beside what else goes on. Never rejects. */
  readonly run: (act: () => unknown) => Promise<void>;
  /** Logs an error that the user need not act on. */
  readonly record: (error: unknown) => void;
}
