import { expect, it } from 'vitest';
import type { Session } from '../../../../src/accounts/session';
import type { JournalAct } from '../../../../src/journal/entry';
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
import { acme, part, PROMO, teams, VIP, LEAD } from './organizations';
import { Page } from './page';

const STATUSES = [
  ...(['done', 'alreadyGone', 'exists', 'changed', 'unchecked', 'busy', 'failed', 'inDoubt', 'notStarted'] as const),
] satisfies readonly ItemStatus[];

const deletionsIn = (session: Session) => part(session).items;
const updatesIn = (session: Session): LabelUpdate[] =>
  part(session).items.map(({ label: one }) => ({ label: one, name: `New ${one.name}`, color: 'sky' }));
const creationsIn = (session: Session): CreateRequest[] =>
  part(session).items.map(({ label: { name } }) => ({ label: label(name, { id: 'key' }), idempotencyKey: 'key' }));

/** All that is said of one kind of operation. */
function pageOf<T extends OperationItem>(words: OperationWords<T>, itemsIn: (session: Session) => readonly T[]): Page {
  const page = new Page();
  const sayAll = (when: string, session: Session) => {
    const items = itemsIn(session);
    const [item = expect.unreachable()] = items;
    const results = items.map((each) => ({ item: each, status: 'done' as const }));
    const renamed = { ...item.label, name: 'Gold' };
    page.add(`while it goes on${when}`, words.doing([item], session), words.doing(items, session));
    page.add(`done${when}`, words.done(results.slice(0, 1), session), words.done(results, session));
    page.add(`failed${when}`, words.failed([item], session), words.failed(items, session));
    page.add(`not certain${when}`, words.inDoubt(item, session));
    page.add(`cancelled in time${when}`, words.cancelled([item], session), words.cancelled(items, session));
    page.add(`renamed by somebody else meanwhile${when}`, words.changed(item, renamed, session));
    if (words.exists) {
      page.add(`the name is taken${when}`, words.exists([item], session), words.exists(items, session));
    }
    return { item, results };
  };
  const { item, results } = sayAll('', acme);
  const recolored = { ...item.label, color: 'pink' };
  const written = label('VIP (2)', { id: 'lbl_new', color: 'lime' });
  page.add(
    'done, but KirimChat made something else of it',
    words.done([{ item, status: 'done', current: written }], acme),
  );
  if (words !== DELETE_WORDS) {
    page.add('recolored by somebody else meanwhile', words.changed(item, recolored, acme));
  }
  page.add('some are done', ...[0, 1, 2].map((count) => words.partly(count, results)));
  page.add('nothing is left', words.nothingLeft());
  page.add('the title of the report', words.reportTitle());
  page.add('the headings of the report', ...STATUSES.map((status) => words.heading(status)));
  page.add('what is counted', ...STATUSES.map((status) => (words.countHeading ?? words.heading)(status)));
  const lineOf = (status: ItemStatus, current = written) => words.reportLine({ item, status, current }).join('  ');
  page.add('lines of the report', lineOf('done'), lineOf('changed'), lineOf('failed'));
  page.add('a line where nothing is known', words.reportLine({ item, status: 'inDoubt' }).join('  '));
  sayAll(', where two labels have the name', teams);
  return page;
}

// What is said is said inside of the test: a mutation tool takes what runs before it for something that all tests run.
it.each([
  ['deleted', () => pageOf(DELETE_WORDS, deletionsIn)],
  ['retired', () => pageOf(RETIRE_WORDS, updatesIn)],
  ['restored', () => pageOf(RESTORE_WORDS, updatesIn)],
  ['renamed', () => pageOf(RENAME_WORDS, updatesIn)],
  ['recolored', () => pageOf(RECOLOR_WORDS, updatesIn)],
  ['created', () => pageOf(CREATE_WORDS, creationsIn)],
  ['createdAgain', () => pageOf(CREATE_AGAIN_WORDS, deletionsIn as never)],
] as const)('says of labels that were %s how that ended', async (name, page) => {
  await page().isAsBefore(`results/${name}`);
});

it('says of every operation the same where labels are gone, are busy, or are there already', async () => {
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
  await page.isAsBefore('results/notDone');
});

it('says of a run in which VS Code was closed what became of it', async () => {
  const page = new Page();
  for (const act of ['delete', 'retire', 'rename', 'recolor'] satisfies readonly JournalAct[]) {
    const words = INTERRUPTION_WORDS[act];
    const endings = ['done', 'inDoubt', 'notDone'] as const;
    page.add(`${act}: the title of the report`, words.title());
    page.add(`${act}: in the middle of it`, words.during.one('“VIP”'), words.during.many(3));
    page.add(`${act}: before anything was sent`, words.before.one('“VIP”'), words.before.many(3));
    page.add(`${act}: what became of the only label`, ...endings.map((ending) => words.one(ending)));
    page.add(`${act}: what became of several`, ...endings.map((ending) => words.heading(ending)));
  }
  await page.isAsBefore('results/interrupted');
});
