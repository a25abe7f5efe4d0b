import { expect, it, vi } from 'vitest';
import type { Session } from '../../../../src/accounts/session';
import type { SessionItems } from '../../../../src/accounts/sessionItems';
import type { Label } from '../../../../src/api/schema';
import type { JournalEntry } from '../../../../src/journal/entry';
import type { OperationItem } from '../../../../src/operations/operation';
import type { LabelChanges } from '../../../../src/operations/recheck/labelChanges';
import type { FittedUpdate } from '../../../../src/operations/retirement';
import { confirmChanged } from '../../../../src/ui/prompts/confirmChanged';
import { confirmCopy, type CopiedLabel, describeLeftOut } from '../../../../src/ui/prompts/confirmCopy';
import { confirmCreate } from '../../../../src/ui/prompts/confirmCreate';
import { confirmDelete } from '../../../../src/ui/prompts/confirmDelete';
import { confirmRecolor } from '../../../../src/ui/prompts/confirmRecolor';
import { confirmRecreate } from '../../../../src/ui/prompts/confirmRecreate';
import { confirmRestore } from '../../../../src/ui/prompts/confirmRestore';
import { confirmRetire } from '../../../../src/ui/prompts/confirmRetire';
import { CancellationError, settings, window } from '../../fakeVscode';
import { label } from '../../labels/fakes';
import { askedBy, Page, sessionOf } from './page';

const FILTER = 'A filter is on: labels that it hides stay as they are.';

const [vip, lead, promo] = [label('VIP'), label('Lead', { color: 'red' }), label('Promo')];
const acme = sessionOf('Acme', [vip, lead, promo]);
const globex = sessionOf('Globex', [label('Gold')]);
/** It has VIP twice, once for each team, and one name of two labels that look the same. */
const teams = sessionOf('Teams', [
  label('VIP', { id: 'lbl_1A', team_id: 'team_a' }),
  label('VIP', { id: 'lbl_1B', team_id: 'team_b' }),
  label('Cafe', { id: 'lbl_2A', team_id: 'team_a' }),
  label('Саfe', { id: 'lbl_2B', team_id: 'team_a' }),
]);
const slow = sessionOf('Slow', [vip, lead, promo], { budget: { secondsFor: 240, left: 3 } });
const silent = sessionOf('Silent', [vip, lead, promo], { budget: { secondsFor: 240, areMissing: true } });
const many = sessionOf(
  'Many',
  Array.from({ length: 12 }, (_, index) => label(`Label ${index + 1}`)),
);
const hebrew = sessionOf('שם', [label('תווית')]);
const sample = sessionOf('Sample organization', [vip], { isSample: true });
const unnamed = sessionOf(undefined, [vip]);
const namesake = sessionOf('Acme', [vip], { shortId: '…ABC123' });

const part = (session: Session, count = Infinity): SessionItems => ({
  session,
  items: session.labels.labels.slice(0, count).map((one) => ({ label: one })),
});

const CHANGES: LabelChanges = {
  current: [],
  renamed: [{ before: vip, current: { ...vip, name: 'Gold' } }],
  recolored: [{ before: lead, current: { ...lead, color: 'teal' } }],
  gone: [promo],
  unreadable: [label('Odd')],
  isListed: true,
};
const manyChanges = (count: number): LabelChanges => ({ ...CHANGES, gone: many.labels.labels.slice(0, count) });

/** Where a question is about labels as they are. */
const PLACES: readonly (readonly [string, readonly SessionItems[]])[] = [
  ['one label', [part(acme, 1)]],
  ['several', [part(acme)]],
  ['more than ten', [part(many)]],
  ['of several organizations', [part(acme), part(globex)]],
  ['of several teams, and names that look the same', [part(teams)]],
  ['one of two of that name', [part(teams, 1)]],
  ['names from right to left', [part(hebrew)]],
  ['the sample', [part(sample)]],
  ['an organization without a known name', [part(unnamed)]],
  ['an organization with the name of another one', [part(namesake)]],
  ['a limit that makes it slow', [part(slow)]],
  ['a limit that is not told', [part(silent)]],
];

async function pageOf(
  cases: readonly (readonly [string, () => Promise<unknown>, (readonly unknown[])?])[],
): Promise<string> {
  const page = new Page();
  for (const [name, prompt, agreed] of cases) {
    const { question, detail, buttons, answers } = await askedBy(prompt);
    page.add(name, question, '\n', detail, '\n', buttons.map((title) => `[${title}]`).join(' '));
    // Whatever else than a button closes it, nothing is done.
    expect(answers.at(-1), name).toBeInstanceOf(CancellationError);
    expect(answers.slice(0, -1), name).toEqual(agreed ?? buttons.map(() => undefined));
  }
  return page.text;
}

it('asks before labels are deleted', async () => {
  const page = await pageOf([
    ...PLACES.map(([name, parts]) => [name, () => confirmDelete(parts, undefined, '')] as const),
    ['under a filter', () => confirmDelete([part(acme)], undefined, FILTER)],
    ['asked by an agent', () => confirmDelete([part(acme, 1)], undefined, '', 'agent')],
    ['asked by another extension', () => confirmDelete([part(acme, 1)], undefined, '', 'extension')],
    ['something has changed', () => confirmDelete([part(acme)], CHANGES, '')],
    ['one more has changed', () => confirmDelete([part(acme)], manyChanges(3), '')],
    ['much has changed', () => confirmDelete([part(acme)], manyChanges(4), '')],
  ]);
  await expect(page).toMatchFileSnapshot('pages/confirmDelete.txt');
});

it('asks for the name, or the number, before labels are deleted', async () => {
  settings['confirmation'] = 'typeName';
  const page = new Page();
  for (const [name, parts] of PLACES) {
    const box = vi.spyOn(window, 'showInputBox');
    const [first] = parts;
    const typed = parts.length === 1 && first?.items.length === 1 ? first.items[0]?.label.name : '3';
    await confirmDelete(parts, undefined, '').catch(() => undefined);
    const [{ title, prompt, placeHolder } = expect.unreachable()] = box.mock.lastCall ?? [];
    page.add(name, title, '\n', prompt, '\n', `(${placeHolder})`);
    box.mockResolvedValue(`${typed}?`);
    await expect(confirmDelete(parts, undefined, ''), name).rejects.toThrow(CancellationError);
    box.mockRestore();
  }
  await expect(page.text).toMatchFileSnapshot('pages/confirmDeleteByTyping.txt');
});

const RECOLORED = (parts: readonly SessionItems[]) =>
  parts.map(({ session, items }) => ({
    session,
    items: items.map((item) => ({ ...item, name: item.label.name, color: 'sky' })),
  }));

it('asks before several labels get another color', async () => {
  const page = await pageOf([
    ...PLACES.map(([name, parts]) => [name, () => confirmRecolor(RECOLORED(parts), undefined, '')] as const),
    ['under a filter', () => confirmRecolor(RECOLORED([part(acme)]), undefined, FILTER)],
    ['something has changed', () => confirmRecolor(RECOLORED([part(acme)]), CHANGES, '')],
  ]);
  await expect(page).toMatchFileSnapshot('pages/confirmRecolor.txt');
});

/** @param problems of the labels in their order. */
function fitted(session: Session, problems: readonly FittedUpdate['problem'][]): SessionItems<FittedUpdate> {
  const items = problems.map((problem, index): FittedUpdate => {
    const one = session.labels.labels[index] ?? expect.unreachable();
    const wanted = `[retired] ${one.name}`;
    return { label: one, wanted, name: problem ? `${wanted} (2)` : wanted, color: 'gray', problem };
  });
  return { session, items };
}

/** Which names cannot be had, and what a person who leaves those out agrees to. */
const PROBLEMS: readonly (readonly [string, readonly FittedUpdate['problem'][]])[] = [
  ['one label', [undefined]],
  ['several', [undefined, undefined]],
  ['one name is too long', ['tooLong']],
  ['one of several is too long', [undefined, 'tooLong']],
  ['names are too long', ['tooLong', 'tooLong']],
  ['one name is taken', ['taken']],
  ['some names are taken', ['taken', undefined, 'taken']],
  ['more than five are taken', Array.from({ length: 7 }, () => 'taken' as const)],
  ['both', ['taken', 'tooLong', undefined]],
];
const fittedCases = (
  ask: (parts: readonly SessionItems<FittedUpdate>[]) => Promise<readonly SessionItems<FittedUpdate>[]>,
) =>
  PROBLEMS.map(([name, problems]) => {
    const parts = [fitted(many, problems)];
    const others = parts.map(({ session, items }) => ({ session, items: items.filter(({ problem }) => !problem) }));
    const canLeaveOut = problems.includes(undefined) && problems.some((problem) => problem);
    return [name, () => ask(parts), canLeaveOut ? [parts, others] : [parts]] as const;
  });
const across = [fitted(acme, [undefined, 'taken']), fitted(globex, [undefined])];
const acrossAgreed = [across, [fitted(acme, [undefined]), across[1]]];

it('asks before labels are retired', async () => {
  const retire = (parts: readonly SessionItems<FittedUpdate>[], ...more: [LabelChanges?, string?, 'agent'?]) => {
    const [changes, note = '', by] = more;
    return confirmRetire(parts, '[retired] ', changes, note, by);
  };
  const one = [fitted(acme, [undefined])];
  const page = await pageOf([
    ...fittedCases((parts) => retire(parts)),
    ['of several organizations', () => retire(across), acrossAgreed],
    ['under a filter', () => retire(one, undefined, FILTER), [one]],
    ['asked by an agent', () => retire(one, undefined, '', 'agent'), [one]],
    ['something has changed', () => retire(one, CHANGES), [one]],
  ]);
  await expect(page).toMatchFileSnapshot('pages/confirmRetire.txt');
});

it('asks before labels are restored, where that is needed', async () => {
  const page = await pageOf([
    ...fittedCases((parts) => confirmRestore(parts, true)),
    ['of several organizations', () => confirmRestore(across, true), acrossAgreed],
    ...fittedCases((parts) => confirmRestore(parts, false)).slice(2),
  ]);
  await expect(page).toMatchFileSnapshot('pages/confirmRestore.txt');
  const parts = [fitted(acme, [undefined])];
  expect(await askedBy(() => confirmRestore(parts, false))).toMatchObject({ question: '', answers: [parts] });
});

const entry = (one: Label, run = 'run'): JournalEntry => ({
  run,
  act: 'delete',
  label: one,
  startedAt: '2026-01-01T00:00:00Z',
});

it('asks before deleted labels are created again', async () => {
  const [gone, other, third] = [label('Gone'), label('Other'), label('Third')].map((one) => entry(one));
  const all = [gone, other, third].flatMap((one) => one ?? []);
  const some = (count: number) => all.slice(0, count);
  const elsewhere = entry(label('Elsewhere', { team_id: 'team_2' }));
  const plan = { wanted: some(1), existing: [], older: [] };
  const page = await pageOf([
    ['one label', () => confirmRecreate(plan, acme, all)],
    ['several', () => confirmRecreate({ ...plan, wanted: all }, acme, all)],
    ['one of several teams', () => confirmRecreate(plan, acme, [...all, elsewhere])],
    ['one is there', () => confirmRecreate({ ...plan, existing: [entry(vip)] }, acme, all)],
    ['several are there', () => confirmRecreate({ ...plan, existing: [entry(vip), entry(lead)] }, acme, all)],
    ['an older one of that name', () => confirmRecreate({ ...plan, older: some(1) }, acme, all)],
    ['older ones', () => confirmRecreate({ ...plan, older: [...some(2), ...some(2)] }, acme, all)],
    ['in the sample', () => confirmRecreate(plan, sample, all)],
  ]);
  await expect(page).toMatchFileSnapshot('pages/confirmRecreate.txt');
});

it('asks before labels are copied to another organization', async () => {
  const from = (session: Session, ...labels: Label[]): CopiedLabel[] =>
    labels.map((one) => ({ label: one, source: session }));
  const nothing = { wanted: [], twins: [], existing: [] };
  const one = { ...nothing, wanted: from(acme, vip) };
  const three = { ...nothing, wanted: from(acme, vip, lead, promo) };
  const both = { ...nothing, wanted: [...from(acme, vip, lead), ...from(globex, label('Gold'))] };
  const target = sessionOf('Target', [label('VIP ', { id: 'lbl_t' }), label('Promo', { id: 'lbl_u' })]);
  const partial = sessionOf('Partial', [], { isComplete: false });
  const copy = (plan: Parameters<typeof confirmCopy>[0], to: Session, note = '', team?: string) =>
    confirmCopy(plan, to, team, note);
  const page = await pageOf([
    ['one label', () => copy(one, target)],
    ['several', () => copy(three, target)],
    ['from several organizations', () => copy(both, target)],
    ['under a filter', () => copy(three, target, FILTER)],
    ['one is there', () => copy({ ...one, existing: [promo] }, target)],
    ['several are there', () => copy({ ...one, existing: [vip, promo] }, target)],
    ['two of one name', () => copy({ ...one, twins: from(globex, vip) }, target)],
    ['several of the same names', () => copy({ ...three, twins: from(globex, vip, lead) }, target)],
    ['one looks like one that is there', () => copy(one, target, '', 'team_1')],
    ['some look like some that are there', () => copy(three, target, '', 'team_1')],
    ['to one of several teams', () => copy(one, teams, '', 'team_b')],
    ['the other list is not whole', () => copy(one, partial)],
    ['a limit that makes it slow', () => copy(three, slow)],
  ]);
  await expect(page).toMatchFileSnapshot('pages/confirmCopy.txt');
  expect(describeLeftOut([], target)).toBe('');
});

it('asks before a label is created that something else has named', async () => {
  const item = { label: label('New', { color: 'lime' }), idempotencyKey: 'key' };
  const ask = (session: Session, problem?: Parameters<typeof confirmCreate>[1], by: 'agent' | 'extension' = 'agent') =>
    confirmCreate({ session, items: [item] }, problem, by);
  const page = await pageOf([
    ['an agent', () => ask(acme)],
    ['another extension', () => ask(acme, undefined, 'extension')],
    ['the name looks like another one', () => ask(acme, { kind: 'alike', other: vip })],
    ['in one of several teams', () => ask(teams)],
  ]);
  await expect(page).toMatchFileSnapshot('pages/confirmCreate.txt');
});

it('asks again where a label has changed meanwhile', async () => {
  const items: OperationItem[] = [{ label: vip }];
  const words = { question: 'Rename label “VIP” to “Gold” in Acme?', title: 'Rename Label' };
  const page = await pageOf([['one label', () => confirmChanged({ session: acme, items }, CHANGES, words)]]);
  await expect(page).toMatchFileSnapshot('pages/confirmChanged.txt');
});
