import { it } from 'vitest';
import type { AskedBy, JournalEntry } from '../../../../src/journal/entry';
import type { Session } from '../../../../src/accounts/session';
import type { Label } from '../../../../src/api/schema';
import { NameCheck } from '../../../../src/operations/nameCheck';
import { planCopy } from '../../../../src/operations/planCopy';
import { confirmCopy, type CopiedLabel } from '../../../../src/ui/prompts/confirmCopy';
import { confirmCreate } from '../../../../src/ui/prompts/confirmCreate';
import { confirmRecreate } from '../../../../src/ui/prompts/confirmRecreate';
import { label } from '../../labels/fakes';
import { acme, aFilter, globex, LEAD, organization, PROMO, sample, slow, teams, VIP } from './organizations';
import { questionsOf } from './page';

it('asks before a label is created that something else than the user has named', async () => {
  const ask = (session: Session, askedBy: AskedBy, name = 'New', team_id = 'team_1') => {
    const item = { label: label(name, { color: 'sky', team_id }), idempotencyKey: 'key' };
    const problem = new NameCheck(session.labels, { id: '', team_id }).problemOf(name);
    return confirmCreate({ session, items: [item] }, problem, askedBy);
  };
  const page = await questionsOf([
    ['an agent', () => ask(acme, 'agent')],
    ['another extension', () => ask(acme, 'extension')],
    ['the name looks like another one', () => ask(acme, 'agent', 'VΙP')],
    ['in one of several teams', () => ask(teams, 'agent', 'New', 'team_b')],
    ['in the sample', () => ask(sample, 'agent')],
  ]);
  await page.isAsBefore('create');
});

it('asks before deleted labels are created again', async () => {
  const entryOf = (one: Label): JournalEntry => ({ run: 'run', act: 'delete', label: one, startedAt: '' });
  const all = ['Old', 'Older', 'Oldest'].map((name) => entryOf(label(name)));
  const one = all.slice(0, 1);
  const plan = { wanted: one, existing: [], older: [] };
  const other = entryOf(label('Old', { id: 'lbl_2', team_id: 'team_2' }));
  const there = [VIP, LEAD].map((each) => entryOf({ ...each, id: `lbl_deleted${each.name}` }));
  const page = await questionsOf([
    ['one label', () => confirmRecreate(plan, acme, all)],
    ['several labels', () => confirmRecreate({ ...plan, wanted: all }, acme, all)],
    ['of one of several teams', () => confirmRecreate(plan, acme, [...all, other])],
    ['of the same name in several teams', () => confirmRecreate({ ...plan, wanted: [...one, other] }, acme, all)],
    ['one that is there is left out', () => confirmRecreate({ ...plan, existing: there.slice(0, 1) }, acme, all)],
    ['some that are there are left out', () => confirmRecreate({ ...plan, existing: there }, acme, all)],
    ['the last one of a name', () => confirmRecreate({ ...plan, older: one }, acme, all)],
    [
      'the last ones of several names',
      () => confirmRecreate({ wanted: all, existing: [], older: [...all, ...one] }, acme, all),
    ],
    ['in the sample', () => confirmRecreate(plan, sample, all)],
  ]);
  await page.isAsBefore('createAgain');
});

it('asks before labels are copied to another organization', async () => {
  const target = organization('Target', [
    label('VIP ', { id: 'lbl_t' }),
    label('Promo ', { id: 'lbl_w' }),
    label('Old', { id: 'lbl_u' }),
    label('New', { id: 'lbl_v' }),
  ]);
  const baseUrl = { host: 'staging.example', href: 'https://staging.example/v1' } as Session['baseUrl'];
  const elsewhere = organization('Teams', teams.labels.labels, { baseUrl });
  const partial = organization('Partial', [], { isComplete: false });
  const from = (source: Session, ...labels: Label[]): CopiedLabel[] => labels.map((one) => ({ label: one, source }));
  const copy = (items: readonly CopiedLabel[], to: Session, teamId?: string, note = '') =>
    confirmCopy(planCopy(items, to.labels.labels, teamId), to, teamId, note);
  const [lead, three] = [from(acme, LEAD), from(acme, VIP, LEAD, PROMO)];
  const gold = from(globex, label('Gold'));
  const page = await questionsOf([
    ['one label', () => copy(lead, target)],
    ['several labels', () => copy(three, target)],
    ['from several organizations', () => copy([...three, ...gold], target)],
    ['under a filter', () => copy(three, target, undefined, aFilter())],
    ['one that is there is left out', () => copy([...lead, ...from(acme, label('Old'))], target)],
    ['some that are there are left out', () => copy([...lead, ...from(acme, label('Old'), label('New'))], target)],
    ['two of one name', () => copy([...lead, ...from(globex, label('Lead'))], target)],
    [
      'several of the same names',
      () => copy([...lead, ...gold, ...from(globex, label('Lead')), ...from(acme, label('Gold'))], target),
    ],
    ['one that looks like another one', () => copy(from(acme, VIP), target, 'team_1')],
    ['some that look like others', () => copy(three, target, 'team_1')],
    ['to one of several teams', () => copy(lead, teams, 'team_b')],
    ['to one of several teams at another API', () => copy(lead, elsewhere, 'team_b')],
    ['to an organization whose list is not complete', () => copy(lead, partial)],
    [
      'to an organization with a limit that makes it slow',
      () => copy([...from(globex, label('Old'), label('New'))], slow),
    ],
    ['to the sample', () => copy(lead, sample)],
  ]);
  await page.isAsBefore('copy');
});
