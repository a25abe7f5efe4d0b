import { commands, l10n } from 'vscode';
import type { ApiError } from '../api/errors';
import type { ErrorAction } from '../ui/errors';
import type { CommandContext } from './commandContext';

/** How a run of many labels ended, and what can be done about it. */
interface RunEnd<E extends { readonly ending: string }> {
  readonly endings: readonly E[];
  /** Why nothing more was sent. */
  readonly stoppedBy: ApiError | undefined;
  /** Whether a label ended as it was asked for. */
  readonly isDone: (ended: E) => boolean;
  /** Does it once more with those that failed. */
  readonly again: (failed: readonly E[]) => unknown;
  /** What else can be done next. */
  readonly next?: readonly ErrorAction[];
  readonly summary: string;
  readonly report: { readonly title: string; lines(): readonly string[] };
}

/** Says how a run ended, in one notification. */
export function tellRun<E extends { readonly ending: string }>(
  { notices, reports }: CommandContext,
  { endings, stoppedBy, isDone, again, next = [], summary, report }: RunEnd<E>,
): void {
  const isRetried = ({ ending }: E) =>
    // Nobody wanted the rest to be left out when it was KirimChat who stopped the run.
    ending === 'failed' ||
    ending === 'inDoubt' ||
    ending === 'unchecked' ||
    (ending === 'notStarted' && stoppedBy !== undefined);
  const retried = endings.filter(isRetried);
  const actions: ErrorAction[] = [];
  if (stoppedBy?.kind === 'unauthorized') {
    const signIn = () => commands.executeCommand('kirimLabels.signIn');
    actions.push({ title: l10n.t('Sign In Again'), run: signIn });
  } else if (retried.length > 0) {
    actions.push({ title: l10n.t('Retry Failed'), run: () => again(retried) });
  }
  const show = () => reports.open(report.title, report.lines());
  actions.push(...next, { title: l10n.t('Show Details'), run: show, comesBack: true });
  notices.tell(endings.every(isDone) ? 'done' : 'partly', summary, ...actions);
}
