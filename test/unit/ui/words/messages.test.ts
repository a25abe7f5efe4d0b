import { it } from 'vitest';
import type { AskedBy } from '../../../../src/journal/entry';
import type { WriteBudget } from '../../../../src/api/rateLimit/writeBudget';
import { LABEL_COLORS } from '../../../../src/api/schema';
import { NameCheck } from '../../../../src/operations/nameCheck';
import { colorName } from '../../../../src/ui/color';
import { askedByLine } from '../../../../src/ui/messages/askedBy';
import { describeBudget, describeTime } from '../../../../src/ui/messages/describeBudget';
import { describeNameProblem } from '../../../../src/ui/messages/nameProblems';
import {
  apiOf,
  inOrganization,
  inOrganizations,
  organizationOf,
  organizationTitle,
} from '../../../../src/ui/messages/place';
import { settings } from '../../fakeVscode';
import { acme, budgetOf, globex, organization, part, sample, VIP } from './organizations';
import { Page } from './page';

it('says what is wrong with a name', async () => {
  const page = new Page();
  const check = new NameCheck(acme.labels, { id: '', team_id: VIP.team_id });
  for (const name of [
    'Fine',
    '',
    ' \u200B',
    'A'.repeat(51),
    '\u200BVIP',
    'Big\u200BFish',
    'A\u0007B',
    '\u200Fשם',
    'VIP',
    'VΙP',
  ]) {
    const problem = check.problemOf(name);
    page.add(JSON.stringify(name), problem ? describeNameProblem(problem) : 'Nothing.');
  }
  await page.isAsBefore('messages/nameProblems');
});

it('says how much of the limit is left, and how long a run takes', async () => {
  const page = new Page();
  const toldAtMs = new Date(2026, 0, 2, 15, 4).getTime();
  // Some versions of Node.js have a narrow space in a time, as VS Code’s may.
  const known = (budget: Parameters<typeof budgetOf>[0]) =>
    describeBudget(budgetOf(budget) as unknown as WriteBudget).replaceAll('\u202F', ' ');
  page.add('the limit is not known', known({ isLimitKnown: false }));
  page.add('nothing was written yet', known({}), known({ level: 5 }), known({ toldAtMs }));
  page.add(
    'KirimChat told',
    known({ level: 41.9, toldAtMs }),
    known({ level: -3, toldAtMs }),
    known({ level: 70, toldAtMs }),
  );
  const many = Array.from({ length: 50 }, () => VIP);
  const time = (count: number, budget: Parameters<typeof budgetOf>[0]) =>
    describeTime(part(organization('Acme', many.slice(0, count), { budget }))) || 'Nothing.';
  page.add('it takes a moment', time(50, { seconds: 9.9 }));
  page.add('it takes longer', time(50, { seconds: 10 }));
  page.add('one label takes long', time(1, { seconds: 90 }));
  page.add('it is not known how long it takes', time(50, {}));
  page.add(
    'less than half of the limit is left',
    time(50, { seconds: 60, level: 29 }),
    time(50, { seconds: 60, level: 30 }),
  );
  page.add('less is left than is needed', time(20, { seconds: 60, level: 19 }), time(20, { seconds: 60, level: 20 }));
  settings['writeReservePercent'] = 0;
  page.add('no part of it is kept', time(50, { seconds: 60 }));
  await page.isAsBefore('messages/limit');
});

it('names organizations', async () => {
  const page = new Page();
  const namesake = organization('Acme', [], { shortId: '…ABC123' });
  const unnamed = organization(undefined, []);
  for (const [which, session] of Object.entries({
    'the only one': acme,
    'one of several': organization('Acme', [], { isOneOfSeveral: true }),
    'the sample': sample,
    'one whose name is not known': unnamed,
    'one with the name of another one': namesake,
    'one whose name is not known, of several': organization(undefined, [], {
      shortId: '…ABC123',
      isOneOfSeveral: true,
    }),
    'one whose name runs from right to left': organization('$(x) שם', [], { isOneOfSeveral: true }),
  })) {
    const message = inOrganization(session, 'Deleted label “VIP”.');
    page.add(
      which,
      organizationOf(session),
      organizationOf(session, '–'),
      organizationTitle(session),
      apiOf(session),
      message,
    );
  }
  const one = { session: organization('Acme', [], { isOneOfSeveral: true }) };
  page.add(
    'what is said of all',
    ...[[one], [one, { session: globex }], []].map((all) => inOrganizations(all, 'None.')),
  );
  await page.isAsBefore('messages/organizations');
});

it('names colors, and what has asked for something', async () => {
  const page = new Page();
  page.add('colors', ...[...LABEL_COLORS, 'mauve $(x)', 'צבע'].map(colorName));
  const askers: readonly (AskedBy | undefined)[] = ['agent', 'extension', undefined];
  page.add('what has asked', ...askers.map((askedBy) => askedByLine({ askedBy }) || 'Nothing.'));
  await page.isAsBefore('messages/words');
});
