import { describe, expect, it, vi } from 'vitest';
import { deleteLabel } from '../../../src/commands/delete/deleteLabel';
import { deletedLabelTooltip } from '../../../src/views/recentlyDeleted/recentlyDeletedItem';
import { recentlyDeletedRows } from '../../../src/views/recentlyDeleted/recentlyDeletedNodes';
import { window } from '../fakeVscode';
import { deskWithTools, invoke, named, Token, writesOf } from './agent';

/** The person closes every question. */
function sayNo() {
  const asked = vi.fn(() => Promise.resolve(undefined));
  vi.spyOn(window, 'showWarningMessage').mockImplementation(asked);
  vi.spyOn(window, 'showInformationMessage').mockImplementation(asked);
  return asked;
}

const statusesOf = ({ labels }: Record<string, unknown>) =>
  (labels as readonly { readonly name: string; readonly status: string }[]).map(({ name, status }) => [name, status]);

describe('kirim_list_labels and kirim_find_labels', () => {
  it('return what there is now of each organization, and whether that is all', async () => {
    const desk = await deskWithTools(2);
    desk.signInBeside({ name: 'Beta' }).addLabel({ name: '[retired] COD', color: 'red' });
    const [id, beta] = [desk.session.id, desk.others[0]?.id];
    const label = desk.organization.addLabel({ name: 'L0' });
    const all = await invoke('kirim_list_labels', {});
    expect(all['organizations']).toEqual([
      { id, name: 'Acme', is_sample: false, is_whole: true },
      { id: beta, name: 'Beta', is_sample: false, is_whole: true },
    ]);
    expect(all['labels']).toHaveLength(4);
    expect((all['labels'] as unknown[])[0]).toEqual({
      organization: id,
      ...{ id: label.id, name: 'L0', color: 'gray', team_id: label.team_id, retired: false },
    });
    const found = await invoke('kirim_find_labels', { text: 'cod', color: 'red', retired: true });
    expect(found['labels']).toEqual([expect.objectContaining({ name: '[retired] COD', organization: beta })]);
    expect(await invoke('kirim_find_labels', { organization: 'Acme', retired: true })).toMatchObject({ labels: [] });
  });

  it('have pages that belong together', async () => {
    const desk = await deskWithTools(250);
    const first = await invoke('kirim_list_labels', {});
    expect([(first['labels'] as unknown[]).length, first['total']]).toEqual([200, 250]);
    const second = await invoke('kirim_list_labels', { cursor: first['next_cursor'] });
    expect([(second['labels'] as unknown[]).length, second['next_cursor']]).toEqual([50, undefined]);
    expect(
      new Set([first, second].flatMap(({ labels }) => (labels as { id: string }[]).map(({ id }) => id))).size,
    ).toBe(250);
    expect(await invoke('kirim_list_labels', { cursor: 'x' })).toMatchObject({ error: { code: 'invalidInput' } });
    expect(desk.lists).toBe(1);
  });

  it('say that a list is not whole where it could not be loaded', async () => {
    const desk = await deskWithTools(1);
    desk.kirim.faults.add({ fault: { kind: 'html' }, times: Infinity });
    const { organizations, labels } = await invoke('kirim_list_labels', {});
    expect([organizations, labels]).toMatchObject([[{ is_whole: false }], [{ name: 'L1' }]]);
  });

  it('say that somebody has to sign in', async () => {
    const desk = await deskWithTools(0);
    vi.spyOn(desk.context.accounts, 'find').mockResolvedValue([]);
    expect(await invoke('kirim_list_labels', {})).toEqual({
      error: {
        code: 'signedOut',
        message: 'No organization is signed in. Run the command “Kirim Labels: Sign In” first.',
      },
    });
  });
});

describe('kirim_delete_labels', () => {
  it('asks as the command does, says who asks, and returns what became of each', async () => {
    const desk = await deskWithTools(3);
    const result = await invoke('kirim_delete_labels', { labels: named(desk, 'L3', 'L1') });
    expect(desk.asked).toHaveLength(1);
    expect(desk.asked[0]?.question).toBe('Delete 2 labels from Acme?');
    expect(desk.asked[0]?.detail).toMatch(/^An agent asks for this. It happens only if you agree.\n\n“L3”\n“L1”\n\n/);
    expect(result['organization']).toEqual({ id: desk.session.id, name: 'Acme', is_sample: false });
    expect(statusesOf(result)).toEqual([
      ['L3', 'done'],
      ['L1', 'done'],
    ]);
    expect(desk.rows).toEqual(['L2']);
    expect(desk.said).toEqual(['Deleted 2 labels.']);
  });

  it('is said in the journal and in Recently Deleted; what the user deletes is not', async () => {
    const desk = await deskWithTools(2);
    await invoke('kirim_delete_labels', { labels: named(desk, 'L1') });
    await desk.run(deleteLabel, 'L2');
    const { entries } = await desk.session.journal();
    const rows = recentlyDeletedRows(entries, desk.session).filter((row) => row.kind === 'deletedLabel');
    expect(rows.map((row) => [row.entry.askedBy, deletedLabelTooltip(row).includes('Asked for by an agent')])).toEqual(
      expect.arrayContaining([
        ['agent', true],
        [undefined, false],
      ]),
    );
  });

  it('does nothing where the person says no, and tells the agent not to ask again', async () => {
    const desk = await deskWithTools(2);
    const asked = sayNo();
    const result = await invoke('kirim_delete_labels', { labels: named(desk, 'L1'), confirmed: true });
    expect(asked).toHaveBeenCalledTimes(1);
    expect(statusesOf(result)).toEqual([['L1', 'declined']]);
    expect(result['note']).toBe('The person did not agree, or took it back. Nothing was done.');
    expect(writesOf(desk)).toEqual([]);
  });

  it('asks nothing where a name and an id do not belong together, also where that changed a moment ago', async () => {
    const desk = await deskWithTools(3);
    const [one] = named(desk, 'L1');
    const error = (code: string) => ({ error: expect.objectContaining({ code }) as unknown });
    expect(await invoke('kirim_delete_labels', { labels: [{ ...one, name: 'L2' }] })).toEqual(error('nameDiffers'));
    expect(await invoke('kirim_delete_labels', { labels: [{ id: 'lbl_x', name: 'L1' }] })).toEqual(error('notFound'));
    expect(await invoke('kirim_delete_labels', { labels: [one, one] })).toEqual(error('invalidInput'));
    expect(await invoke('kirim_delete_labels', { labels: [] })).toEqual(error('invalidInput'));
    expect(await invoke('kirim_delete_labels', { ids: [one?.id] })).toEqual(error('invalidInput'));
    desk.organization.renameLabel(one?.id ?? '', 'VIP');
    expect(await invoke('kirim_delete_labels', { labels: [one] })).toEqual({
      error: {
        code: 'nameDiffers',
        message: 'The label that was named “L1” is called “VIP”.',
        labels: [{ id: one?.id, name: 'L1', current_name: 'VIP' }],
      },
    });
    desk.removeElsewhere('L2');
    expect(await invoke('kirim_delete_labels', { labels: [{ id: desk.label('L3').id, name: 'L2' }] })).toEqual(
      error('nameDiffers'),
    );
    expect([desk.asked, writesOf(desk)]).toEqual([[], []]);
  });

  it('leaves more than ten to the view', async () => {
    const desk = await deskWithTools(11);
    const labels = named(desk, ...desk.rows);
    const { error } = await invoke('kirim_delete_labels', { labels });
    expect(error).toEqual({
      code: 'tooMany',
      message:
        'More than 10 labels at once are selected in the view Labels by a person, who then runs the command there.',
      most: 10,
    });
    expect(desk.asked).toEqual([]);
  });

  it('needs to know the organization where there are several, and keeps to it', async () => {
    const desk = await deskWithTools(2);
    desk.signInBeside({ name: 'Beta' }).addLabel({ name: 'L1' });
    const labels = named(desk, 'L1');
    expect(await invoke('kirim_delete_labels', { labels })).toMatchObject({
      error: { code: 'organizationRequired', organizations: [{ name: 'Acme' }, { name: 'Beta' }] },
    });
    expect(await invoke('kirim_delete_labels', { labels, organization: 'Gamma' })).toMatchObject({
      error: { code: 'organizationUnknown' },
    });
    expect(await invoke('kirim_delete_labels', { labels, organization: 'Beta' })).toMatchObject({
      error: { code: 'notFound' },
    });
    expect(desk.asked).toEqual([]);
    expect(statusesOf(await invoke('kirim_delete_labels', { labels, organization: 'Acme' }))).toEqual([['L1', 'done']]);
  });

  it('tells what KirimChat refused, in words, to the person as well', async () => {
    const desk = await deskWithTools(1);
    desk.kirim.faults.add({
      match: { method: 'DELETE' },
      fault: { kind: 'status', status: 403 },
      times: Infinity,
    });
    const { labels } = await invoke('kirim_delete_labels', { labels: named(desk, 'L1') });
    expect(labels).toMatchObject([
      { name: 'L1', status: 'failed', error: expect.stringContaining('KirimChat does not allow it') as unknown },
    ]);
    expect(desk.said.join()).toContain('Label “L1” was not deleted.');
  });

  it('tells apart what was gone by the time the person agreed', async () => {
    const desk = await deskWithTools(2);
    const labels = named(desk, 'L1', 'L2');
    const real = window.showWarningMessage;
    vi.spyOn(window, 'showWarningMessage').mockImplementationOnce((...asked) => {
      desk.removeElsewhere('L1');
      return real(...asked);
    });
    expect(statusesOf(await invoke('kirim_delete_labels', { labels }))).toEqual([
      ['L1', 'alreadyGone'],
      ['L2', 'done'],
    ]);
  });

  it('does nothing where it is cancelled before the person agrees', async () => {
    const desk = await deskWithTools(1);
    const token = new Token();
    const real = window.showWarningMessage;
    vi.spyOn(window, 'showWarningMessage').mockImplementationOnce((...asked) => {
      token.cancel();
      return real(...asked);
    });
    const result = await invoke('kirim_delete_labels', { labels: named(desk, 'L1') }, token);
    expect([statusesOf(result), writesOf(desk)]).toEqual([[['L1', 'declined']], []]);
    const asked = sayNo();
    expect(await invoke('kirim_delete_labels', { labels: named(desk, 'L1') }, token)).toEqual({
      error: { code: 'cancelled' },
    });
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('kirim_retire_labels', () => {
  it('asks, and returns what labels are called now; what is retired already is refused', async () => {
    const desk = await deskWithTools(1);
    expect(await invoke('kirim_retire_labels', { labels: named(desk, 'L1') })).toMatchObject({
      labels: [{ name: 'L1', status: 'done', current_name: '[retired] L1' }],
    });
    expect(desk.asked.map(({ question }) => question)).toEqual(['Retire label “L1” in Acme?']);
    expect(await invoke('kirim_retire_labels', { labels: named(desk, '[retired] L1') })).toMatchObject({
      error: { code: 'wrongState' },
    });
  });
});

describe('kirim_create_label', () => {
  it('asks with name, color, team and organization, and returns the new label', async () => {
    const desk = await deskWithTools(2, { teams: 2 });
    const [, team = ''] = desk.organization.team_ids;
    desk.organization.addLabel({ name: 'L0', team_id: team });
    await desk.session.labels.refresh();
    const result = await invoke('kirim_create_label', { name: ' VIP ', color: 'pink', team_id: team });
    expect(desk.asked).toEqual([
      {
        question: 'Create label “VIP” in Acme?',
        detail: expect.stringMatching(
          /^An agent asks .+\n\nThe label is attached to nothing[^]+Color: pink[^]+Team: /,
        ) as unknown,
      },
    ]);
    expect(result['labels']).toMatchObject([{ id: desk.label('VIP').id, name: 'VIP', color: 'pink', status: 'done' }]);
  });

  it('does nothing where the person says no', async () => {
    const desk = await deskWithTools(1);
    sayNo();
    expect(await invoke('kirim_create_label', { name: 'VIP' })).toMatchObject({ labels: [{ status: 'declined' }] });
    expect(writesOf(desk)).toEqual([]);
  });

  it.each([
    [{ name: 'L1' }, 'invalidName'],
    [{ name: '' }, 'invalidName'],
    [{ name: 'VIP', color: 'infrared' }, 'invalidInput'],
    [{ name: 'VIP', team_id: 'team_x' }, 'invalidInput'],
    [{ label: 'VIP' }, 'invalidInput'],
  ])('asks nothing where it cannot be created: %j', async (input, code) => {
    const desk = await deskWithTools(1);
    expect(await invoke('kirim_create_label', input)).toMatchObject({ error: { code } });
    expect([desk.asked, writesOf(desk)]).toEqual([[], []]);
  });
});
