import { expect, it } from 'vitest';
import { InvalidBaseUrlError } from '../../../../src/api/baseUrl';
import { ApiError, RequestCancelledError } from '../../../../src/api/errors';
import { LABEL_COLORS } from '../../../../src/api/schema';
import { SecretStorageError } from '../../../../src/accounts/secretStorageError';
import { JournalStorageError } from '../../../../src/journal/files';
import { LabelUncheckedError } from '../../../../src/operations/recheck/recheckErrors';
import { colorName } from '../../../../src/ui/color';
import { askedByLine, describeAskedBy } from '../../../../src/ui/messages/askedBy';
import { describeBudget, describeTime } from '../../../../src/ui/messages/describeBudget';
import { describeError } from '../../../../src/ui/messages/describeError';
import { describeNameProblem } from '../../../../src/ui/messages/nameProblems';
import { inOrganization, inOrganizations, organizationTitle } from '../../../../src/ui/messages/place';
import { settings } from '../../fakeVscode';
import { label } from '../../labels/fakes';
import { budgetOf, Page, sessionOf } from './page';

type Failure = Omit<ConstructorParameters<typeof ApiError>[0], 'attempts' | 'mayHaveTakenEffect'>;

const failure = (options: Failure) => new ApiError({ ...options, attempts: 1, mayHaveTakenEffect: false });
const acme = sessionOf('Acme', [label('VIP'), label('Lead')]);

it('says why something failed', async () => {
  const page = new Page();
  const kinds = [
    ...(['unauthorized', 'forbidden', 'rateLimited', 'server', 'unreadable', 'redirected', 'wrongAddress'] as const),
    ...(['incomplete', 'timeout', 'refused', 'hostNotFound', 'certificate', 'offline', 'proxy', 'network'] as const),
    ...(['notFound', 'invalidRequest', 'conflict'] as const),
  ];
  for (const kind of kinds) {
    page.add(kind, describeError(failure({ kind })));
  }
  page.add('an expired key', describeError(failure({ kind: 'unauthorized', code: 'expired_api_key' })));
  page.add('a break of a minute', describeError(failure({ kind: 'rateLimited', retryAfterSeconds: 60 })));
  page.add('a stranger’s 502', describeError(failure({ kind: 'unreadable', status: 502 })));
  page.add('a stranger’s 500', describeError(failure({ kind: 'unreadable', status: 500 })));
  page.add('a stranger’s 400', describeError(failure({ kind: 'unreadable', status: 400 })));
  page.add('a stranger’s 302', describeError(failure({ kind: 'redirected', status: 302 })));
  page.add('KirimChat’s own words', describeError(failure({ kind: 'conflict', serverMessage: 'Name $(taken)' })));
  page.add('cancelled', describeError(new RequestCancelledError()));
  page.add('the journal', describeError(new JournalStorageError(new Error('ENOSPC'))));
  page.add('the secret storage', describeError(new SecretStorageError(new Error('locked'))));
  page.add('a label that cannot be read', describeError(new LabelUncheckedError(undefined)));
  page.add('the setting', describeError(new InvalidBaseUrlError('notAUrl')));
  page.add('anything else', describeError(new TypeError('secret')));
  await expect(page.text).toMatchFileSnapshot('pages/errors.txt');
});

it('says what is known of the write limit, and how long a run takes', async () => {
  const page = new Page();
  const known = (budget: Parameters<typeof budgetOf>[0]) => describeBudget(budgetOf(budget) as never);
  page.add('nothing', known({ isLimitKnown: false }));
  page.add('the limit', known({}));
  page.add('what is left', known({ left: 41.9 }), known({ left: -3 }), known({ left: 90 }));
  const time = (count: number, budget: Parameters<typeof budgetOf>[0]) => {
    const items = Array.from({ length: count }, (_, index) => ({ label: label(`${index}`) }));
    return describeTime({ items, session: sessionOf('Acme', [], { budget }) }) || '(nothing)';
  };
  page.add('one label', time(1, { secondsFor: 60 }));
  page.add('a moment', time(2, { secondsFor: 9 }), time(2, {}));
  page.add('some time', time(2, { secondsFor: 10 }), time(100, { secondsFor: 240, left: 30 }));
  page.add('little is left', time(100, { secondsFor: 240, left: 29 }), time(2, { secondsFor: 10, left: 1 }));
  page.add('enough is left for a few', time(2, { secondsFor: 10, left: 2 }));
  page.add('the limit is not told', time(2, { secondsFor: 10, areMissing: true }));
  settings['writeReservePercent'] = 0;
  page.add('without a reserve', time(2, { secondsFor: 10 }));
  await expect(page.text).toMatchFileSnapshot('pages/budget.txt');
});

it('says what is wrong with a name', async () => {
  const page = new Page();
  const hidden = (before: string, character: string) => ({ before, character });
  page.add('empty', describeNameProblem({ kind: 'empty' }));
  page.add('too long', describeNameProblem({ kind: 'tooLong', length: 51 }));
  page.add('hidden', describeNameProblem({ kind: 'hidden', hidden: hidden('', '\u200B') }));
  page.add('hidden inside', describeNameProblem({ kind: 'hidden', hidden: hidden('Big', '\u{E0001}') }));
  page.add('a mark', describeNameProblem({ kind: 'marked', hidden: hidden('שם', '\u200F') }));
  page.add('taken', describeNameProblem({ kind: 'taken', other: label('VIP') }));
  page.add('alike', describeNameProblem({ kind: 'alike', other: label('VIP') }));
  await expect(page.text).toMatchFileSnapshot('pages/nameProblems.txt');
});

it('says whose labels they are, and who asked', async () => {
  const page = new Page();
  const several = { session: sessionOf('Acme', [], { isOneOfSeveral: true }) };
  page.add('the only organization', inOrganization(acme, 'Deleted.'));
  page.add('one of several', inOrganization(several.session, 'Deleted.'));
  page.add('the sample', inOrganization(sessionOf('Sample', [], { isSample: true }), 'Deleted.'));
  page.add('of several', inOrganizations([several, several], 'Deleted.'), inOrganizations([several], 'Copied.'));
  page.add('a title', organizationTitle(sessionOf('$(x) שם')), organizationTitle(sessionOf(undefined)));
  page.add('a title with an ID', organizationTitle(sessionOf('Acme', [], { shortId: '…ABC123' })));
  for (const askedBy of ['agent', 'extension', undefined] as const) {
    page.add(`asked by ${askedBy ?? 'the user'}`, describeAskedBy(askedBy), askedByLine({ askedBy }));
  }
  await expect(page.text).toMatchFileSnapshot('pages/places.txt');
});

it('names colors', () => {
  expect([...LABEL_COLORS, 'mauve $(x)'].map((color) => `${color}: ${colorName(color)}`)).toMatchInlineSnapshot(`
    [
      "gray: gray",
      "red: red",
      "orange: orange",
      "amber: amber",
      "yellow: yellow",
      "lime: lime",
      "green: green",
      "emerald: emerald",
      "teal: teal",
      "sky: sky blue",
      "blue: blue",
      "violet: violet",
      "pink: pink",
      "mauve $(x): mauve $⁠(x)",
    ]
  `);
});
