import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ApiError, type ApiErrorKind, RequestCancelledError } from '../../../../src/api/errors';
import type { Accounts } from '../../../../src/accounts/accounts';
import type { Session } from '../../../../src/accounts/session';
import { LabelStore, type ListState } from '../../../../src/labels/labelStore';
import { labelsViewState } from '../../../../src/views/labels/labelsViewState';
import { PagedSource } from '../../labels/fakes';

interface Manifest {
  readonly contributes: { readonly viewsWelcome: readonly { readonly contents: string; readonly when: string }[] };
}

const read = (file: string) => readFileSync(`${import.meta.dirname}/../../../../${file}`, 'utf8');
const { viewsWelcome } = (JSON.parse(read('package.json')) as Manifest).contributes;
const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;

/** A kind that is new is missing here, and says so. A key that is rejected has a text of its own. */
const KINDS: Record<Exclude<ApiErrorKind, 'unauthorized'>, true> = {
  forbidden: true,
  notFound: true,
  invalidRequest: true,
  conflict: true,
  rateLimited: true,
  server: true,
  unreadable: true,
  redirected: true,
  wrongAddress: true,
  incomplete: true,
  timeout: true,
  refused: true,
  hostNotFound: true,
  certificate: true,
  proxy: true,
  offline: true,
  network: true,
};

/** Whether such an expression of VS Code's holds: comparisons, of which all have to be true. */
function holds(when: string, context: Readonly<Record<string, string>>): boolean {
  return when.split(' && ').every((comparison) => {
    const [, name = '', value, pattern] = /^(\S+) (?:== '(\w+)'|=~ \/(.+)\/)$/.exec(comparison) ?? [];
    const actual = context[name] ?? '';
    return pattern === undefined ? actual === value : new RegExp(pattern).test(actual);
  });
}

const failure = (kind: ApiErrorKind) => new ApiError({ kind, attempts: 1, mayHaveTakenEffect: false });

function listed(count: number, state: ListState): Session {
  return { labels: { labels: Array.from({ length: count }), state } } as unknown as Session;
}

const shownFor = (state: string, cause = '') =>
  viewsWelcome.filter(({ when }) => holds(when, { 'kirimLabels.state': state, 'kirimLabels.cause': cause }));

it.each([...Object.keys(KINDS), 'other'])(
  'a list that failed with “%s” has one welcome text, which says how to go on',
  (cause) => {
    const shown = shownFor('failed', cause);
    expect(shown).toHaveLength(1);
    expect(texts[shown[0]?.contents.replaceAll('%', '') ?? '']).toMatch(
      /^The labels could not be loaded.*\n\[.+\]\(command:/s,
    );
  },
);

it('a list that was cancelled before its first page is no failure, and can be loaded all the same', async () => {
  const source = new PagedSource();
  const store = new LabelStore(source);
  const loading = store.refresh();
  source.fail(new RequestCancelledError());
  await loading;
  const session = { labels: store } as unknown as Session;
  const { state, cause } = labelsViewState({ state: { kind: 'ready' }, sessions: [session] });
  const shown = shownFor(state, cause);
  expect(shown.map(({ contents }) => texts[contents.replaceAll('%', '')])).toEqual([
    'Loading was cancelled.\n[Load Labels](command:kirimLabels.refresh)',
  ]);
});

it.each([
  ['signedOut', undefined, 'ready', []],
  ['secretsFailed', undefined, 'secretsFailed', []],
  ['invalidBaseUrl', undefined, 'invalidBaseUrl', []],
  ['loading', undefined, 'ready', [listed(0, { kind: 'notLoaded' })]],
  ['loading', undefined, 'ready', [listed(3, { kind: 'loading' })]],
  ['ready', undefined, 'ready', [listed(3, { kind: 'loaded' })]],
  ['empty', undefined, 'ready', [listed(0, { kind: 'loaded' })]],
  ['rejected', 'unauthorized', 'ready', [listed(0, { kind: 'failed', error: failure('unauthorized') })]],
  ['failed', 'timeout', 'ready', [listed(0, { kind: 'failed', error: failure('timeout') })]],
  ['failed', 'other', 'ready', [listed(0, { kind: 'failed', error: new Error('ours') })]],
  ['ready', undefined, 'ready', [listed(0, { kind: 'loaded' }), listed(0, { kind: 'loading' })]],
] as const)('the text of “%s” (%s) is chosen where the accounts are “%s”', (state, cause, accounts, sessions) => {
  expect(labelsViewState({ state: { kind: accounts } as Accounts['state'], sessions })).toEqual({ state, cause });
});

it.each(['signedOut', 'secretsFailed', 'rejected', 'empty', 'invalidBaseUrl'])('“%s” has one welcome text', (state) => {
  expect(shownFor(state)).toHaveLength(1);
});

it.each(['unknown', 'loading', 'ready'])('“%s” has none', (state) => {
  expect(shownFor(state)).toEqual([]);
});

it('the setting that is wrong is opened from where that is said', () => {
  const [, link = ''] =
    /\(command:workbench\.action\.openSettings\?(.+)\)/.exec(texts['welcome.invalidBaseUrl'] ?? '') ?? [];
  expect(JSON.parse(decodeURIComponent(link))).toEqual(['kirimLabels.apiBaseUrl']);
});
