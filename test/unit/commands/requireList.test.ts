import { expect, it, vi } from 'vitest';
import { createLabel } from '../../../src/commands/create/createLabel';
import { nameTeam } from '../../../src/commands/view/nameTeam';
import { pickers } from '../fakeVscode';
import { Desk } from './desk';

const GET = { method: 'GET' };

const listOpened = () => vi.waitFor(() => pickers.at(-1) ?? expect.unreachable());

it.each([
  ['Create Label', createLabel],
  ['Name This Team', nameTeam],
])(
  '%s does not wait for a list whose labels are on screen, also where it cannot be loaded again',
  async (_, command) => {
    const desk = await Desk.open(1, { teams: 2 });
    desk.organization.addLabel({ name: 'Other', team_id: desk.organization.team_ids[1] ?? '' });
    await desk.session.labels.refresh();
    const gate = desk.kirim.faults.hold(GET);
    const loading = desk.session.labels.refresh();
    const started = desk.runOn(command);
    (await listOpened()).hide();
    await started;
    pickers.length = 0;
    gate.open();
    await loading;
    desk.kirim.faults.add({ match: GET, fault: { kind: 'html' }, times: Infinity });
    await desk.session.labels.refresh();
    const startedAgain = desk.runOn(command);
    (await listOpened()).hide();
    await startedAgain;
  },
);

it.each([
  ['the notice', undefined],
  ['the view', (desk: Desk) => desk.session.labels.cancelLoading.bind(desk.session.labels)],
])('a first list that takes long can be cancelled in %s, which is no failure', async (_, inView) => {
  const desk = await Desk.open(1);
  desk.renewKey();
  const offered = desk.cancelOffered();
  const gate = desk.kirim.faults.hold(GET);
  const created = desk.runOn(createLabel);
  await gate.reached();
  const cancel = inView?.(desk) ?? (await offered);
  cancel();
  await created;
  expect([desk.said, pickers]).toEqual([['Loading was cancelled.'], []]);
  gate.open();
});

it('a list that cannot be loaded is said, with the organization where there are several', async () => {
  const desk = await Desk.open(1);
  desk.signInBeside({ name: 'Beta' });
  desk.renewKey();
  desk.session.isOneOfSeveral = true;
  desk.kirim.faults.add({ match: GET, fault: { kind: 'html' }, times: Infinity });
  await expect(createLabel(desk.context, [{ kind: 'organization', session: desk.session }, []])).rejects.toThrow(
    'Acme: The labels could not be loaded.',
  );
});
