import { env, l10n } from 'vscode';
import { joined } from '../api/joined';
import type { DeletionSummary, LabelEnding } from '../labels/deletionSummary';
import type { Session } from '../session/session';
import { describeError } from './describeError';
import { plainText } from './plainText';

const ENDINGS = ['deleted', 'alreadyGone', 'failed', 'inDoubt', 'notStarted'] as const;

/** One paragraph: how many labels ended in which way. */
export function describeSummary({ endings, stoppedBy }: DeletionSummary): string {
  const count = (wanted: LabelEnding['ending']) => endings.filter(({ ending }) => ending === wanted).length;
  const [deleted, gone, failed, inDoubt, notStarted] = ENDINGS.map(count) as [number, number, number, number, number];
  const total = endings.length;
  return joined(
    [
      deleted === total ? l10n.t('Deleted {0} labels.', total) : l10n.t('Deleted {0} of {1} labels.', deleted, total),
      gone > 0 ? l10n.t('Already gone: {0}.', gone) : '',
      failed > 0 ? l10n.t('Failed: {0}.', failed) : '',
      inDoubt > 0 ? l10n.t('Not certain: {0}.', inDoubt) : '',
      notStarted > 0 ? l10n.t('Not started, so still there: {0}.', notStarted) : '',
      stoppedBy && describeError(stoppedBy),
    ],
    ' ',
  );
}

/** Line by line: each label, by how it ended. */
export function reportSummary(summary: DeletionSummary, { organizationName, baseUrl }: Session): string[] {
  return [
    l10n.t('Organization: {0}', plainText(organizationName ?? '–')),
    l10n.t('API: {0}', baseUrl.host),
    l10n.t('Time: {0}', new Date().toLocaleString(env.language)),
    '',
    describeSummary(summary),
    ...ENDINGS.flatMap((ending) => section(ending, summary)),
  ];
}

function section(wanted: LabelEnding['ending'], { endings }: DeletionSummary): string[] {
  const some = endings.filter(({ ending }) => ending === wanted);
  return some.length === 0
    ? []
    : ['', `${heading(wanted)} (${some.length.toLocaleString(env.language)})`, ...some.map(line)];
}

function heading(ending: LabelEnding['ending']): string {
  switch (ending) {
    case 'deleted':
      return l10n.t('Deleted');
    case 'alreadyGone':
      return l10n.t('Already gone');
    case 'failed':
      return l10n.t('Failed, so still there');
    case 'inDoubt':
      return l10n.t('Not certain');
    case 'notStarted':
      return l10n.t('Not started, so still there');
  }
}

function line({ label, error, requestId }: LabelEnding): string {
  const reason = error === undefined ? '' : describeError(error);
  return `  ${joined([plainText(label.name), label.id, reason, requestId && l10n.t('Request ID: {0}', requestId)], '  ')}`;
}
