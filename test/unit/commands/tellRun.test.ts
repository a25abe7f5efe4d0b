import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/api/errors';
import type { CommandContext } from '../../../src/commands/commandContext';
import type { RenamingAct } from '../../../src/commands/renamingAct';
import type { LabelEnding } from '../../../src/labels/deletionSummary';
import type { RenamingEnding } from '../../../src/labels/renamingEndings';
import type { Session } from '../../../src/session/session';
import type { ErrorAction } from '../../../src/ui/errors';
import { called } from '../fakeVscode';
import { label } from '../labels/fakes';

import { tellSummary } from '../../../src/commands/tellSummary';
import { tellRenamings } from '../../../src/commands/tellRenamings';
import { RETIRE_WORDS } from '../../../src/ui/renamingWords';

type Kind = LabelEnding['ending'];

const NAMES = ['a', 'b', 'c', 'd', 'e'];

/** What was told, with its buttons, and the titles of the reports that were opened. */
class Told {
  ending = '';
  message = '';
  actions: readonly ErrorAction[] = [];
  readonly reports: unknown[] = [];
  readonly session = {
    organizationName: 'Acme',
    baseUrl: { host: 'api.kirim.chat' },
    labels: { labels: [] },
    ended: new AbortController().signal,
  } as unknown as Session;
  readonly context = {
    sessions: {},
    notices: {
      tell: (ending: string, message: string, ...actions: readonly ErrorAction[]) => {
        Object.assign(this, { ending, message, actions });
      },
    },
    reports: { open: (title: string) => void this.reports.push(title) },
  } as unknown as CommandContext;

  get buttons(): readonly string[] {
    return this.actions.map(({ title }) => title);
  }

  press(button: string): unknown {
    return this.actions.find(({ title }) => title === button)?.run();
  }
}

const stop = (kind: ApiError['kind']) => new ApiError({ kind, mayHaveTakenEffect: false, attempts: 1 });

function deleted(kinds: readonly Kind[], stoppedBy?: ApiError) {
  const told = new Told();
  const retried: string[] = [];
  const endings = kinds.map((ending, index) => ({ label: label(NAMES[index] ?? ''), ending }));
  const entries = [{ run: 'run', act: 'delete', label: label('a'), startedAt: '2026-01-01T00:00:00Z' }] as const;
  const again = (labels: readonly { name: string }[]) => retried.push(...labels.map(({ name }) => name));
  tellSummary(told.context, told.session, { endings, stoppedBy }, { entries, again });
  return { told, retried };
}

beforeEach(() => {
  called.length = 0;
});

describe('how a run of deletions is told', () => {
  it.each<[readonly Kind[], ApiError | undefined, string, readonly string[]]>([
    [['deleted', 'alreadyGone'], undefined, 'done', ['Create Again', 'Show Details']],
    [['deleted', 'failed'], undefined, 'partly', ['Retry Failed', 'Create Again', 'Show Details']],
    [['alreadyGone', 'inDoubt'], undefined, 'partly', ['Retry Failed', 'Create Again', 'Show Details']],
    [['deleted', 'notStarted'], undefined, 'partly', ['Create Again', 'Show Details']],
    [['failed', 'inDoubt'], undefined, 'partly', ['Retry Failed', 'Show Details']],
    [['notStarted', 'notStarted'], undefined, 'partly', ['Show Details']],
    [['deleted', 'notStarted'], stop('forbidden'), 'partly', ['Retry Failed', 'Create Again', 'Show Details']],
    [['failed', 'notStarted'], stop('unauthorized'), 'partly', ['Sign In Again', 'Show Details']],
    [['deleted', 'failed'], stop('unauthorized'), 'partly', ['Sign In Again', 'Create Again', 'Show Details']],
  ])('%j, stopped by %s', (kinds, stoppedBy, ending, buttons) => {
    const { told } = deleted(kinds, stoppedBy);
    expect([told.ending, told.buttons]).toEqual([ending, buttons]);
  });

  it('leaves alone what a person cancelled, and retries only what failed', () => {
    const { told, retried } = deleted(['deleted', 'failed', 'inDoubt', 'notStarted', 'alreadyGone']);
    told.press('Retry Failed');
    expect(retried).toEqual(['b', 'c']);
  });

  it('goes on with the rest too where KirimChat stopped the run', () => {
    const { told, retried } = deleted(['deleted', 'failed', 'inDoubt', 'notStarted'], stop('rateLimited'));
    told.press('Retry Failed');
    expect(retried).toEqual(['b', 'c', 'd']);
  });

  it('shows the details and comes back, and signs in', () => {
    const { told } = deleted(['failed'], stop('unauthorized'));
    told.press('Show Details');
    told.press('Sign In Again');
    expect(told.reports).toEqual(['Deleted Labels']);
    expect(told.actions.map(({ comesBack = false }) => comesBack)).toEqual([false, true]);
    expect(called).toEqual([['kirimLabels.signIn']]);
  });

  it('creates nothing again, and says why, when nobody is signed in to that organization any more', () => {
    const { told } = deleted(['deleted']);
    Object.assign(told.session, { ended: AbortSignal.abort() });
    expect(() => told.press('Create Again')).toThrow();
    expect(told.message).toBe('You are no longer signed in to Acme.');
  });
});

describe('how a run of renamings is told', () => {
  it('offers what comes next for those that were renamed, beside Retry Failed', () => {
    const told = new Told();
    const retried: string[] = [];
    const kinds: RenamingEnding['ending'][] = ['renamed', 'failed', 'alreadyGone', 'notStarted'];
    const endings = kinds.map((ending, index) => {
      const name = NAMES[index] ?? '';
      return { ending, renaming: { label: label(name), name: `[retired] ${name}`, wanted: name, color: 'gray' } };
    });
    const nextFor: string[] = [];
    const next: RenamingAct['next'] = (_context, _session, ids) => {
      nextFor.push(...ids);
      return [{ title: 'Restore', run: () => undefined }];
    };
    const act = { words: RETIRE_WORDS, next } as RenamingAct;
    tellRenamings(told.context, told.session, act, {
      endings,
      stoppedBy: undefined,
      again: (renamings) => {
        retried.push(...renamings.map((renaming) => renaming.label.name));
        return Promise.resolve();
      },
    });
    told.press('Retry Failed');
    told.press('Show Details');
    expect(told.buttons).toEqual(['Retry Failed', 'Restore', 'Show Details']);
    expect([told.ending, nextFor, retried, told.reports]).toEqual(['partly', ['lbl_a'], ['b'], ['Retired Labels']]);
  });
});
