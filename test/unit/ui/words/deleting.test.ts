import { expect, it, vi } from 'vitest';
import { confirmChanged } from '../../../../src/ui/prompts/confirmChanged';
import { confirmDelete } from '../../../../src/ui/prompts/confirmDelete';
import { confirmRecolor } from '../../../../src/ui/prompts/confirmRecolor';
import type { SessionItems } from '../../../../src/accounts/sessionItems';
import { settings, window } from '../../fakeVscode';
import { acme, CHANGES, aFilter, left, NO_CHANGES, part, PLACES, teams, VIP, withGone } from './organizations';
import { type Case, Page, questionsOf } from './page';

it('asks before labels are deleted', async () => {
  const page = await questionsOf([
    ...Object.entries(PLACES).map(([when, parts]): Case => [when, () => confirmDelete(parts, undefined, '')]),
    ['under a filter', () => confirmDelete([part(acme)], undefined, aFilter())],
    ['an agent asks for it', () => confirmDelete([part(acme, 1)], undefined, '', 'agent')],
    ['another extension asks for it', () => confirmDelete([part(acme, 1)], undefined, '', 'extension')],
    ['something has changed', () => confirmDelete([left], CHANGES, '')],
    ['one more has changed', () => confirmDelete([left], withGone(2), '')],
    ['several more have changed', () => confirmDelete([left], withGone(3), '')],
  ]);
  await page.isAsBefore('delete');
});

it('asks to type a name or a number before labels are deleted', async () => {
  settings['confirmation'] = 'typeName';
  const page = new Page();
  for (const [when, parts] of Object.entries(PLACES)) {
    const box = vi.spyOn(window, 'showInputBox');
    await confirmDelete(parts, undefined, '').catch(() => undefined);
    const [{ title, prompt, placeHolder } = expect.unreachable()] = box.mock.lastCall ?? [];
    page.add(when, title, prompt, `[${placeHolder}]`);
  }
  await page.isAsBefore('deleteByTyping');
});

function pink(parts: readonly SessionItems[]) {
  return parts.map(({ session, items }) => ({
    session,
    items: items.map(({ label }) => ({ label, name: label.name, color: 'pink' })),
  }));
}

it('asks before labels get another color', async () => {
  const {
    'several labels': several,
    'of several organizations': across,
    'at a limit that makes it slow': slow,
  } = PLACES;
  const page = await questionsOf([
    ['one label', () => confirmRecolor(pink(PLACES['one label']), undefined, '')],
    ['several labels', () => confirmRecolor(pink(several), undefined, '')],
    ['of several organizations', () => confirmRecolor(pink(across), undefined, '')],
    ['at a limit that makes it slow', () => confirmRecolor(pink(slow), undefined, '')],
    ['under a filter', () => confirmRecolor(pink(several), undefined, aFilter())],
    ['something has changed', () => confirmRecolor(pink([left]), CHANGES, '')],
  ]);
  await page.isAsBefore('recolor');
});

it('asks again where a label has changed meanwhile', async () => {
  const [other = expect.unreachable()] = part(teams, 1).items;
  const renamed = [{ before: other.label, current: { ...other.label, name: 'Gold' } }];
  const words = { question: 'Rename label “VIP” to “Best”?', title: 'Rename Label' };
  const page = await questionsOf([
    ['of the only team', () => confirmChanged({ session: acme, items: [{ label: VIP }] }, CHANGES, words)],
    [
      'of one of several teams',
      () => confirmChanged({ session: teams, items: [other] }, { ...NO_CHANGES, renamed }, words),
    ],
  ]);
  await page.isAsBefore('changed');
});
