import { expect, it } from 'vitest';
import type { CreateRequest } from '../../../../src/operations/createLabels';
import type { ItemStatus, OperationItem } from '../../../../src/operations/operation';
import type { LabelUpdate } from '../../../../src/operations/updateLabels';
import {
  CREATE_AGAIN_WORDS,
  CREATE_WORDS,
  describeExisting,
  describeSettled,
} from '../../../../src/ui/messages/results/createWords';
import { DELETE_WORDS } from '../../../../src/ui/messages/results/deleteWords';
import { INTERRUPTION_WORDS } from '../../../../src/ui/messages/results/interruptionWords';
import {
  describeAlreadyGone,
  describeBusy,
  type OperationWords,
} from '../../../../src/ui/messages/results/operationWords';
import {
  RECOLOR_WORDS,
  RENAME_WORDS,
  RESTORE_WORDS,
  RETIRE_WORDS,
} from '../../../../src/ui/messages/results/updateWords';
import { label } from '../../labels/fakes';
import { Page, sessionOf } from './page';

const [VIP, LEAD, PROMO] = [label('VIP'), label('Lead', { color: 'red' }), label('Promo')];
const STATUSES: readonly ItemStatus[] = [
  ...(['done', 'alreadyGone', 'exists', 'changed', 'unchecked', 'busy', 'failed', 'inDoubt', 'notStarted'] as const),
];
const acme = sessionOf('Acme', [VIP, LEAD, PROMO]);

const deletions = [VIP, LEAD, PROMO].map((one): OperationItem => ({ label: one }));
const updates = deletions.map((item): LabelUpdate => ({ ...item, name: `New ${item.label.name}`, color: 'sky' }));
const creations = deletions.map(({ label: one }): CreateRequest => ({
  label: one,
  idempotencyKey: `key of ${one.id}`,
}));

/** Everything that can be said about one kind of operation. */
function pageOf<T extends OperationItem>(words: OperationWords<T>, items: readonly T[]): string {
  const page = new Page();
  const [first = expect.unreachable()] = items;
  const one = [first];
  const renamed = { ...first.label, name: 'Gold' };
  const recolored = { ...first.label, color: 'pink' };
  const done = items.map((item) => ({ item, status: 'done' as const }));
  const written = { ...label('Written', { id: 'lbl_new', color: 'lime' }) };
  page.add('while it goes on', words.doing(one, acme), words.doing(items, acme));
  page.add('done', words.done(done.slice(0, 1), acme), words.done(done, acme));
  page.add('done, as KirimChat has it now', words.done([{ item: first, status: 'done', current: written }], acme));
  page.add('not all', words.partly(0, done), words.partly(1, done), words.partly(2, done));
  page.add('failed', words.failed(one, acme), words.failed(items, acme));
  page.add('not certain', words.inDoubt(first, acme));
  page.add('changed meanwhile', words.changed(first, renamed, acme), words.changed(first, recolored, acme));
  page.add('the name is taken', words.exists?.(one, acme), words.exists?.(items, acme));
  page.add('cancelled before anything was sent', words.cancelled(one, acme), words.cancelled(items, acme));
  page.add('nothing is left', words.nothingLeft());
  page.add('the report', words.reportTitle(), ...STATUSES.map((status) => words.heading(status)));
  page.add('the summary', ...STATUSES.map((status) => (words.countHeading ?? words.heading)(status)));
  const lineOf = (status: ItemStatus) => words.reportLine({ item: first, status, current: written }).join('  ');
  page.add('a line of the report', lineOf('done'), lineOf('changed'), lineOf('failed'));
  page.add('a line of the report without an answer', words.reportLine({ item: first, status: 'inDoubt' }).join('  '));
  return page.text;
}

it.each([
  ['delete', () => pageOf(DELETE_WORDS, deletions)],
  ['retire', () => pageOf(RETIRE_WORDS, updates)],
  ['restore', () => pageOf(RESTORE_WORDS, updates)],
  ['rename', () => pageOf(RENAME_WORDS, updates)],
  ['recolor', () => pageOf(RECOLOR_WORDS, updates)],
  ['create', () => pageOf(CREATE_WORDS, creations)],
  ['createAgain', () => pageOf(CREATE_AGAIN_WORDS, creations)],
])('says how it ended: %s', async (name, text) => {
  await expect(text()).toMatchFileSnapshot(`pages/${name}.txt`);
});

it('says the same of all operations where a label was not there, or not free', async () => {
  const page = new Page();
  page.add('already gone', describeAlreadyGone([VIP], acme), describeAlreadyGone([VIP, LEAD], acme));
  page.add('busy', describeBusy([VIP], acme), describeBusy([VIP, LEAD], acme));
  page.add('there already', describeExisting([VIP], acme), describeExisting([VIP, LEAD], acme));
  page.add(
    'created again meanwhile',
    describeSettled([VIP], [], acme),
    describeSettled([VIP, LEAD], [PROMO], acme),
    describeSettled([], [PROMO], acme),
  );
  await expect(page.text).toMatchFileSnapshot('pages/otherEndings.txt');
});

it('says what a run did that VS Code was closed in', async () => {
  const page = new Page();
  for (const [act, words] of Object.entries(INTERRUPTION_WORDS)) {
    page.add(`${act}: the report`, words.title());
    page.add(`${act}: in the middle`, words.during.one('“VIP”'), words.during.many(3));
    page.add(`${act}: before anything was sent`, words.before.one('“VIP”'), words.before.many(3));
    const endings = ['done', 'inDoubt', 'notDone'] as const;
    page.add(`${act}: what became of it`, ...endings.flatMap((ending) => [words.one(ending), words.heading(ending)]));
  }
  await expect(page.text).toMatchFileSnapshot('pages/interrupted.txt');
});
