import { env, l10n } from 'vscode';
import type { ApiError } from '../api/errors';
import { joined } from '../api/joined';
import type { Label } from '../api/schema';
import { Namesakes } from '../labels/namesakes';
import type { Session } from '../session/session';
import { describeError } from './describeError';
import { isolated, plainText } from './plainText';

/** How one label of a run ended. */
interface Ended<Kind extends string> {
  readonly ending: Kind;
  /** Why it failed. */
  readonly error?: unknown;
  readonly requestId?: string | undefined;
}

/** The words for the endings of one kind of run. */
export interface RunWords<Kind extends string, E extends Ended<Kind>> {
  /** In the order of the report; the first is what was asked for. */
  readonly kinds: readonly Kind[];
  readonly heading: (kind: Kind) => string;
  readonly labelOf: (ended: E) => Label;
  /** The label in the report: its name, its id, what else there is to say of it; its team is added where there are several. */
  readonly label: (ended: E) => readonly string[];
}

/** How many labels ended in another way than was asked for: a sentence for each way. */
export function countOthers<Kind extends string>(
  endings: readonly Ended<Kind>[],
  { kinds, heading }: Pick<RunWords<Kind, Ended<Kind>>, 'kinds' | 'heading'>,
): readonly string[] {
  return kinds
    .slice(1)
    .map((kind) => ({ kind, count: countOf(kind, endings) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => l10n.t('{0}: {1}.', heading(kind), count));
}

/** Why labels did not end as they were asked to, where one reason says it for all; else the report tells. */
export function whyNot(endings: readonly Ended<string>[], stoppedBy: ApiError | undefined): string {
  if (stoppedBy) {
    return describeError(stoppedBy);
  }
  const failed = endings.filter(({ ending }) => ending === 'failed' || ending === 'inDoubt' || ending === 'unchecked');
  const [reason = '', ...others] = new Set(
    failed.flatMap(({ error }) => (error === undefined ? [] : describeError(error))),
  );
  return others.length === 0 ? reason : '';
}

export function countOf<Kind extends string>(kind: Kind, endings: readonly Ended<Kind>[]): number {
  return endings.filter(({ ending }) => ending === kind).length;
}

/** Line by line: where and when it was, the summary, and each label, by how it ended. */
export function reportRun<Kind extends string, E extends Ended<Kind>>(
  summary: string,
  endings: readonly E[],
  session: Session,
  { kinds, heading, label, labelOf }: RunWords<Kind, E>,
): string[] {
  const namesakes = new Namesakes(endings.map(labelOf));
  const line = (ended: E) => {
    const team = namesakes.teamOf(labelOf(ended));
    const reason = ended.error === undefined ? '' : describeError(ended.error);
    const request = ended.requestId && l10n.t('Request ID: {0}', plainText(ended.requestId));
    return `  ${joined([...label(ended), team && l10n.t('Team {0}', isolated(team)), reason, request], '  ')}`;
  };
  const section = (kind: Kind) => {
    const some = endings.filter(({ ending }) => ending === kind);
    return some.length === 0
      ? []
      : ['', `${heading(kind)} (${some.length.toLocaleString(env.language)})`, ...some.map(line)];
  };
  const time = l10n.t('Time: {0}', new Date().toLocaleString(env.language));
  return [...reportHead(session, time, summary), ...kinds.flatMap(section)];
}

/** What each report begins with: where it was, when, and the summary. */
export function reportHead({ organizationName, baseUrl }: Session, time: string, summary: string): string[] {
  return [
    l10n.t('Organization: {0}', isolated(organizationName ?? '–')),
    l10n.t('API: {0}', baseUrl.host),
    time,
    '',
    summary,
  ];
}
