import type { LogOutputChannel } from 'vscode';
import type { ClientFactory } from '../accounts/session';
import type { Accounts } from '../accounts/accounts';
import type { Notices } from '../ui/notices';
import type { Reports } from '../ui/report';
import type { DrawnRows } from '../view/drawnRows';
import type { RecentlyDeletedNode } from '../view/recentlyDeletedNodes';
import type { ShownRows } from '../view/shownRows';

/** What commands work with. They hold no state of their own. */
export interface CommandContext {
  readonly accounts: Accounts;
  readonly createClient: ClientFactory;
  readonly view: Pick<ShownRows, 'calledOn' | 'leave' | 'isVisible' | 'rowsDrawn'>;
  /** The rows of the view Recently Deleted. */
  readonly deletedRows: Pick<DrawnRows<RecentlyDeletedNode>, 'has' | 'isDrawn'>;
  readonly notices: Notices;
  readonly reports: Reports;
  readonly log: LogOutputChannel;
  /** Writes an error down that nobody has to act on. */
  readonly record: (error: unknown) => void;
}
