import { expect, it } from 'vitest';
import type { Session } from '../../../../src/accounts/session';
import type { SessionItems } from '../../../../src/accounts/sessionItems';
import type { JournalEntry } from '../../../../src/journal/entry';
import { fittingName } from '../../../../src/operations/fittingName';
import { type FittedUpdate, planRestoration, planRetirement } from '../../../../src/operations/retirement';
import { confirmRestore } from '../../../../src/ui/prompts/confirmRestore';
import { confirmRetire } from '../../../../src/ui/prompts/confirmRetire';
import { label } from '../../labels/fakes';
import { CHANGES, aFilter, organization } from './organizations';
import { type Case, questionsOf } from './page';

type Parts = readonly SessionItems<FittedUpdate>[];

const PREFIX = '[retired] ';
const FREE = ['VIP', 'Lead'];
const TAKEN = ['Gold', 'Silver', 'Bronze', 'Copper', 'Iron', 'Tin', 'Zinc'];
const LONG = [
  'Visitors of our stand at the trade fair in Jakarta',
  'Visitors of our stand at the trade fair in Surabaya',
];

/** Which names are to become which, by what is wrong with them. */
const WISHES: Readonly<Record<string, readonly string[]>> = {
  'one label': ['VIP'],
  'several labels': FREE,
  'one label whose name would be too long': LONG.slice(0, 1),
  'several, one of whose names would be too long': [...FREE, ...LONG.slice(0, 1)],
  'several whose names would be too long': LONG,
  'one label whose name is taken': ['Gold'],
  'several, one of whose names is taken': [...FREE, 'Gold'],
  'several whose names are taken': ['Gold', 'Silver'],
  'more than five whose names are taken': TAKEN,
  'several with names of both kinds': ['VIP', 'Gold', ...LONG],
};

/** Labels that are in use, and some that are retired. */
const inUse = organization(
  'Acme',
  [...FREE, ...LONG, ...TAKEN, ...TAKEN.map((name) => PREFIX + name)].map((name) => label(name)),
);
const globex = organization('Globex', [label('Basic')]);

function retired(...names: readonly string[]): Parts[number] {
  return retiredIn(inUse, ...names);
}

function retiredIn(session: Session, ...names: readonly string[]): Parts[number] {
  const { labels } = session.labels;
  const chosen = labels.filter(({ name }) => names.includes(name));
  return { session, items: planRetirement(chosen, labels, PREFIX) };
}

/** As they were before they were retired, when names could be longer than now. */
const BEFORE = [...FREE, ...TAKEN, ...LONG.map((name) => `${name} in May`)].map((name, index) =>
  label(name, { id: `lbl_${index}` }),
);
const retiredLabels = BEFORE.map((one) => ({ ...one, name: fittingName(PREFIX, one.name, () => false) }));
const entries = BEFORE.map((one): JournalEntry => ({
  run: 'run',
  act: 'retire',
  label: one,
  startedAt: '',
  outcome: 'done',
}));
const outOfUse = organization('Acme', [
  ...retiredLabels,
  ...TAKEN.map((name) => label(name, { id: `lbl_new${name}` })),
]);

function restored(...names: readonly string[]): Parts[number] {
  const chosen = retiredLabels.filter((_, index) => names.some((name) => BEFORE[index]?.name.startsWith(name)));
  return { session: outOfUse, items: planRestoration(chosen, outOfUse.labels.labels, PREFIX, entries) };
}

/** All labels, or those whose names can be had, where a button leaves out the others. */
function agreed(parts: Parts): readonly Parts[] {
  const others = parts.map(({ session, items }) => ({ session, items: items.filter(({ problem }) => !problem) }));
  const [all, some] = [parts, others].map((each) => each.flatMap(({ items }) => items).length);
  return some === 0 || some === all ? [parts] : [parts, others];
}

function casesOf(
  partOf: (...names: readonly string[]) => Parts[number],
  ask: (parts: Parts) => Promise<Parts>,
): Case[] {
  return Object.entries(WISHES).map(([when, names]) => {
    const parts = [partOf(...names)];
    return [when, () => ask(parts), ...agreed(parts)];
  });
}

it('asks before labels are retired', async () => {
  const one = [retired('VIP')];
  const across = [retired('VIP', 'Gold'), retiredIn(globex, 'Basic')];
  const page = await questionsOf([
    ...casesOf(retired, (parts) => confirmRetire(parts, PREFIX, undefined, '')),
    ['of several organizations', () => confirmRetire(across, PREFIX, undefined, ''), ...agreed(across)],
    ['under a filter', () => confirmRetire(one, PREFIX, undefined, aFilter()), one],
    ['an agent asks for it', () => confirmRetire(one, PREFIX, undefined, '', 'agent'), one],
    ['something has changed', () => confirmRetire(one, PREFIX, CHANGES, ''), one],
  ]);
  await page.isAsBefore('retire');
});

it('asks before labels are restored', async () => {
  const across = [restored('VIP', 'Gold'), { ...restored('Lead'), session: globex }];
  const page = await questionsOf([
    ...casesOf(restored, (parts) => confirmRestore(parts, true)),
    ['of several organizations', () => confirmRestore(across, true), ...agreed(across)],
    ['only since a name is taken', () => confirmRestore([restored('Gold')], false), ...agreed([restored('Gold')])],
  ]);
  await page.isAsBefore('restore');
});

it('restores labels without a question where each gets its name back', async () => {
  const parts = [restored('VIP', 'Lead')];
  expect(await confirmRestore(parts, false)).toBe(parts);
});
