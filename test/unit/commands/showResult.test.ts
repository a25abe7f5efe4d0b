import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/api/errors';
import type { OperationCommand } from '../../../src/commands/operationCommand';
import { newLabels } from '../../../src/commands/create/newLabels';
import { perform } from '../../../src/commands/performOperation';
import { showResult } from '../../../src/commands/showResult';
import { NO_FILTER } from '../../../src/labels/query/labelFilter';
import { createRequest } from '../../../src/operations/createLabels';
import type { ItemStatus, OperationItem } from '../../../src/operations/operation';
import type { Session } from '../../../src/accounts/session';
import type { ErrorAction } from '../../../src/ui/errors';
import { DELETE_WORDS } from '../../../src/ui/messages/results/deleteWords';
import { called, CancellationError, statusBar, told } from '../fakeVscode';
import { label } from '../labels/fakes';
import { Desk } from './desk';

const session = {
  organizationName: 'Acme',
  baseUrl: { host: 'api.kirim.chat' },
  labels: { labels: [] },
  ended: new AbortController().signal,
} as unknown as Session;
const stop = (kind: ApiError['kind']) => new ApiError({ kind, mayHaveTakenEffect: false, attempts: 1 });

/** Shows how labels a, b, c … ended, and notes what can be seen and pressed. */
function shown(statuses: readonly ItemStatus[], stoppedBy?: ApiError) {
  const seen = {
    ending: '',
    message: '',
    actions: [] as readonly ErrorAction[],
    reports: [] as string[],
    retried: [] as string[],
  };
  const results = statuses.map((status, index) => ({
    ...{ item: { label: label(String.fromCharCode(97 + index)) }, status },
    ...((status === 'failed' || status === 'inDoubt') && { error: stoppedBy ?? stop('timeout') }),
    ...(status === 'changed' && { current: label('Gold') }),
  }));
  const next = { title: 'Next', run: () => undefined };
  const command = {
    words: DELETE_WORDS,
    next: () => (results.some(({ status }) => status === 'done') ? [next] : []),
  } as unknown as OperationCommand<OperationItem>;
  showResult(
    { results, stoppedBy, run: 'run' },
    {
      ...{ session, command, query: { shows: () => true } as never },
      notifications: {
        notifyIn: (_: Session, ending: string, message: string, ...actions: readonly ErrorAction[]) => {
          Object.assign(seen, { ending, message, actions });
        },
      } as never,
      reports: { open: (title: string) => seen.reports.push(title) } as never,
      again: (failed) => Promise.resolve(void seen.retried.push(...failed.map(({ item }) => item.label.name))),
    },
  );
  const press = (button: string) => seen.actions.find(({ title }) => title === button)?.run();
  return { ...seen, press, buttons: seen.actions.map(({ title }) => title) };
}

beforeEach(() => {
  called.length = 0;
  statusBar.length = 0;
});

describe('how several labels ended', () => {
  it.each<[readonly ItemStatus[], ApiError | undefined, string, readonly string[]]>([
    [['done', 'alreadyGone'], undefined, 'done', ['Next', 'Show Details']],
    [['done', 'failed'], undefined, 'partly', ['Retry Failed', 'Next', 'Show Details']],
    [['alreadyGone', 'inDoubt'], undefined, 'partly', ['Retry Failed', 'Show Details']],
    [['done', 'unchecked'], undefined, 'partly', ['Retry Failed', 'Next', 'Show Details']],
    [['done', 'notStarted'], undefined, 'partly', ['Next', 'Show Details']],
    [['done', 'busy'], undefined, 'partly', ['Next', 'Show Details']],
    [['done', 'exists'], undefined, 'partly', ['Next', 'Show Details']],
    [['notStarted', 'notStarted'], undefined, 'partly', ['Show Details']],
    [['done', 'notStarted'], stop('forbidden'), 'partly', ['Retry Failed', 'Next', 'Show Details']],
    [['failed', 'notStarted'], stop('unauthorized'), 'partly', ['Sign In Again', 'Show Details']],
  ])('%j, stopped by %s', (statuses, stoppedBy, ending, buttons) => {
    expect(shown(statuses, stoppedBy)).toMatchObject({ ending, buttons });
  });

  it('leaves alone what the user cancelled, and retries only what failed', () => {
    const { press, retried } = shown(['done', 'failed', 'inDoubt', 'notStarted', 'alreadyGone']);
    press('Retry Failed');
    expect(retried).toEqual(['b', 'c']);
  });

  it('goes on with the rest too where KirimChat stopped it', () => {
    const { press, retried } = shown(['done', 'failed', 'inDoubt', 'notStarted'], stop('rateLimited'));
    press('Retry Failed');
    expect(retried).toEqual(['b', 'c', 'd']);
  });

  it('shows the details and comes back, and signs in', () => {
    const { press, reports, actions } = shown(['failed', 'notStarted'], stop('unauthorized'));
    press('Show Details');
    press('Sign In Again');
    expect(reports).toEqual(['Deleted Labels']);
    expect(actions.map(({ comesBack = false }) => comesBack)).toEqual([false, true]);
    expect(called).toEqual([['kirimLabels.signIn']]);
  });

  it.each<[readonly ItemStatus[], string]>([
    [['busy', 'busy'], 'Something is happening to these 2 labels already.'],
    [['alreadyGone', 'alreadyGone'], 'The 2 labels were already deleted.'],
  ])('needs no notification where nothing was sent: %j', (statuses, said) => {
    const results = statuses.map((status) => ({ item: { label: label('a') }, status }));
    showResult({ results }, { session, command: { words: DELETE_WORDS } } as never);
    expect(statusBar).toEqual([said]);
  });
});

describe('how a single label ended', () => {
  it.each<[ItemStatus, string, string, readonly string[]]>([
    ['done', 'done', 'Deleted label “a”.', ['Next']],
    ['changed', 'partly', 'Label “a” was not deleted: it is called “Gold” now.', ['Retry']],
  ])('%s', (status, ending, message, buttons) => {
    expect(shown([status])).toMatchObject({ ending, message, buttons });
  });

  it.each<[ItemStatus, string]>([
    ['failed', 'Label “a” was not deleted.'],
    ['unchecked', 'Label “a” was not deleted.'],
    ['inDoubt', 'It is not certain that label “a” was deleted.'],
  ])('%s is an error, with the reason and a way to try again', (status, message) => {
    expect(() => shown([status])).toThrow(expect.objectContaining({ message, retry: expect.any(Function) as unknown }));
  });

  it('that was cancelled is said in the status bar, and is no error', () => {
    expect(() => shown(['notStarted'])).toThrow(CancellationError);
    expect(statusBar).toEqual(['Cancelled. Label “a” was not deleted.']);
  });
});

describe('labels that are written while a filter is on', () => {
  it.each([
    [['VIP'], 'Created “VIP”. It is attached to nothing yet.', []],
    [['Gold'], 'Created “Gold”. It is attached to nothing yet. The filter hides it.', ['Clear Filter']],
    [
      ['VIP', 'Gold', 'Old'],
      'Created 3 labels. They are attached to nothing yet. The filter hides 2 of them.',
      ['Clear Filter', 'Show Details'],
    ],
  ])('are said to be hidden, where they are: %j', async (names, said, buttons) => {
    const desk = await Desk.open(0);
    desk.context.query.filter = { ...NO_FILTER, text: 'vip' };
    const requests = names.map((name) => createRequest({ name, color: 'red' }));
    await perform(desk.context, desk.session, newLabels(desk.context), requests);
    expect([told, desk.actions.map(({ title }) => title)]).toEqual([[said], buttons]);
    await desk.press('Clear Filter');
    expect(called.filter(([command]) => command === 'kirimLabels.clearFilter')).toHaveLength(
      buttons.length > 0 ? 1 : 0,
    );
  });
});
