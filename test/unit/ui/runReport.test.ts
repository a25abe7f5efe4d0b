import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/api/errors';
import type { LabelEnding } from '../../../src/labels/deletionSummary';
import type { RecreationEnding } from '../../../src/labels/recreationEndings';
import { wishFor } from '../../../src/labels/recreation';
import type { RenamingEnding } from '../../../src/labels/renamingEndings';
import type { Session } from '../../../src/session/session';
import { label } from '../labels/fakes';

import { describeSummary, reportSummary } from '../../../src/ui/describeSummary';
import { describeRenamings, reportRenamings } from '../../../src/ui/describeRenamings';
import { describeRecreations, reportRecreations } from '../../../src/ui/describeRecreations';
import { RETIRE_WORDS } from '../../../src/ui/renamingWords';

const session = {
  organizationName: 'Acme',
  baseUrl: { host: 'api.kirim.chat' },
  labels: { labels: [] },
} as unknown as Session;
const error = new ApiError({ kind: 'timeout', mayHaveTakenEffect: false, attempts: 1 });
const why = 'KirimChat did not answer in time.';

const deletion = (name: string, ending: LabelEnding['ending'], more: Partial<LabelEnding> = {}): LabelEnding => ({
  label: label(name),
  ending,
  ...more,
});

const renaming = (name: string, ending: RenamingEnding['ending']): RenamingEnding => ({
  renaming: { label: label(name), name: `[retired] ${name}`, wanted: `[retired] ${name}`, color: 'gray' },
  ending,
});

const recreation = (
  name: string,
  ending: RecreationEnding['ending'],
  more: Partial<RecreationEnding> = {},
): RecreationEnding => ({
  wish: wishFor({ run: 'run', act: 'delete', label: label(name), startedAt: '2026-01-01T00:00:00Z' }),
  ending,
  ...more,
});

describe('what is said of a run', () => {
  it('counts what was deleted, and each other way in which labels ended', () => {
    const endings = [
      deletion('a', 'deleted'),
      deletion('b', 'alreadyGone'),
      deletion('c', 'failed'),
      deletion('d', 'inDoubt'),
      deletion('e', 'notStarted'),
    ];
    expect(describeSummary({ endings, stoppedBy: error })).toBe(
      `Deleted 1 of 5 labels. Already gone: 1. Failed: 1. Not certain: 1. Not started, so still there: 1. ${why}`,
    );
  });

  it('does not count what does not occur', () => {
    const endings = [deletion('a', 'deleted'), deletion('b', 'deleted')];
    expect(describeSummary({ endings, stoppedBy: undefined })).toBe('Deleted 2 labels.');
  });

  it('says why, where it is the same for all that failed', () => {
    const other = new ApiError({ kind: 'server', mayHaveTakenEffect: true, attempts: 1 });
    const said = (...errors: ApiError[]) => {
      const endings = errors.map((one, index) => deletion(String(index), 'failed', { error: one }));
      return describeSummary({ endings, stoppedBy: undefined });
    };
    expect(said(error, error)).toBe(`Deleted 0 of 2 labels. Failed: 2. ${why}`);
    expect(said(error, other)).toBe('Deleted 0 of 2 labels. Failed: 2.');
    const renamings = [renaming('a', 'renamed'), { ...renaming('b', 'failed'), error }];
    expect(describeRenamings(RETIRE_WORDS, renamings, undefined, session)).toBe(
      `Retired 1 of 2 labels. Failed: 1. ${why}`,
    );
    const recreations = [recreation('a', 'inDoubt', { error }), recreation('b', 'exists', { error: other })];
    expect(describeRecreations(recreations, undefined, session)).toBe(
      `None of the 2 labels was created again. Name already in use: 1. Not certain: 1. ${why}`,
    );
  });

  it('counts what was renamed', () => {
    expect(
      describeRenamings(RETIRE_WORDS, [renaming('a', 'renamed'), renaming('b', 'notStarted')], error, session),
    ).toBe(`Retired 1 of 2 labels. Not started: 1. ${why}`);
  });

  it.each([
    [['created', 'failed'], 'Created 1 of 2 labels again. It has a new ID and is attached to nothing yet. Failed: 1.'],
    [
      ['created', 'created', 'exists'],
      'Created 2 of 3 labels again. They have new IDs and are attached to nothing yet. Name already in use: 1.',
    ],
    [['created', 'created'], 'Created 2 labels again. They have new IDs and are attached to nothing yet.'],
    [['created'], 'Created “0” again. It has a new ID and is attached to nothing yet.'],
    [['inDoubt', 'failed'], 'None of the 2 labels was created again. Failed: 1. Not certain: 1.'],
  ] as const)('counts what was created again: %j', (kinds, said) => {
    const endings = kinds.map((kind, index) => recreation(String(index), kind));
    expect(describeRecreations(endings, undefined, session)).toBe(said);
  });
});

describe('the details of a run', () => {
  it('begin with the organization, the API and the time, and have each label below how it ended', () => {
    const endings = [
      deletion('a', 'failed', { error, requestId: 'req_1' }),
      deletion('b', 'deleted', { requestId: 'req_2' }),
      deletion('c', 'failed'),
    ];
    const summary = { endings, stoppedBy: undefined };
    const [organization, api, time, ...rest] = reportSummary(summary, session);
    expect([organization, api]).toEqual(['Organization: Acme', 'API: api.kirim.chat']);
    expect(time).toMatch(/^Time: \d/);
    expect(rest).toEqual([
      '',
      `Deleted 1 of 3 labels. Failed: 2. ${why}`,
      '',
      'Deleted (1)',
      '  b  lbl_b  Request ID: req_2',
      '',
      'Failed, so still there (2)',
      `  a  lbl_a  ${why}  Request ID: req_1`,
      '  c  lbl_c',
    ]);
  });

  it('have the team of each label, where they are of several', () => {
    const endings = [deletion('a', 'deleted'), deletion('b', 'deleted')];
    const [north, south] = endings.map((one, index) => ({ ...one, label: { ...one.label, team_id: `team_${index}` } }));
    const lines = reportSummary({ endings: [north, south].flatMap((one) => one ?? []), stoppedBy: undefined }, session);
    expect(lines.slice(6)).toEqual(['Deleted (2)', '  a  lbl_a  Team team_0', '  b  lbl_b  Team team_1']);
  });

  it('have both names of a renamed label', () => {
    const lines = reportRenamings('Summary', [renaming('a', 'renamed')], session);
    expect(lines.slice(4)).toEqual(['Summary', '', 'Renamed (1)', '  “a” → “[retired] a”  lbl_a']);
  });

  it('have both ids of a label that was created again', () => {
    const endings = [recreation('a', 'created', { newId: 'lbl_new' }), recreation('b', 'exists')];
    expect(reportRecreations('Summary', endings, session).slice(4)).toEqual([
      'Summary',
      '',
      'Created again (1)',
      '  a  lbl_a → lbl_new',
      '',
      'Name already in use (1)',
      '  b  lbl_b',
    ]);
  });
});
