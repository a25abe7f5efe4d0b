import { Disposable, type LogOutputChannel } from 'vscode';
import { InterruptedRuns } from './interruptedRuns';
import type { Sessions } from './session/sessions';
import type { Notices } from './ui/notices';
import type { Reports } from './ui/report';
import type { LabelsView } from './view/labelsView';
import { RecentlyDeletedView } from './view/recentlyDeletedView';

interface HistoryParts {
  readonly sessions: Sessions;
  readonly view: LabelsView;
  readonly notices: Notices;
  readonly reports: Reports;
  readonly record: (error: unknown) => void;
  readonly log: LogOutputChannel;
}

/** Builds what reads the journal by itself, and joins it to the rest. Loaded after the first list of labels. */
export function startHistory({ sessions, view, notices, reports, record, log }: HistoryParts): Disposable {
  const onHasDeleted = (has: boolean) => {
    view.hasDeleted = has;
  };
  return Disposable.from(
    new RecentlyDeletedView(sessions, onHasDeleted, record, log),
    new InterruptedRuns(sessions, notices, reports, record),
  );
}
