import { expect, it } from 'vitest';
import { copyAsCurl } from '../../../src/commands/copy/copyAsCurl';
import { copyLabelAsJson } from '../../../src/commands/copy/copyLabelAsJson';
import { copyLabelId } from '../../../src/commands/copy/copyLabelId';
import { copyLabelName } from '../../../src/commands/copy/copyLabelName';
import { copied, statusBar } from '../fakeVscode';
import { Desk } from './desk';

it.each([
  ['names', copyLabelName, ['Copied the name “L1”.', 'Copied the names of 2 labels.']],
  ['ids', copyLabelId, ['Copied the ID of “L1”.', 'Copied the IDs of 2 labels.']],
  ['labels as JSON', copyLabelAsJson, ['Copied “L1” as JSON.', 'Copied 2 labels as JSON.']],
  [
    'requests',
    copyAsCurl,
    [
      'Copied the request that deletes “L1”. It has no API key in it.',
      'Copied the requests that delete 2 labels. They have no API key in them.',
    ],
  ],
] as const)('%s are copied of one label and of several, and the status bar says of which', async (_, copy, said) => {
  const desk = await Desk.open(2);
  await desk.run(copy, 'L1');
  await desk.run(copy, 'L1', 'L2');
  const [one, both] = [desk.label('L1'), desk.label('L2')];
  const curl = ({ id }: typeof one) =>
    `curl -X DELETE -H "Authorization: Bearer $KIRIM_API_KEY" 'https://api.test/v1/labels/${id}'`;
  const texts = new Map<unknown, string[]>([
    [copyLabelName, ['L1', 'L1\nL2']],
    [copyLabelId, [one.id, `${one.id}\n${both.id}`]],
    [copyLabelAsJson, [JSON.stringify(one, null, 2), JSON.stringify([one, both], null, 2)]],
    [copyAsCurl, [curl(one), `${curl(one)}\n${curl(both)}`]],
  ]);
  expect(copied).toEqual(texts.get(copy));
  expect(statusBar).toEqual(said);
  expect(desk.kirim.requests.all).toEqual([]);
});

it('requests of several organizations say whose they are, in words that no shell runs', async () => {
  const desk = await Desk.open(2);
  desk.signInBeside({ name: "Beta\n`id`; 'x'" }).addLabel({ name: 'B1' });
  const [beta = expect.unreachable()] = desk.others;
  await beta.labels.refresh();
  const rows = [desk.session, beta].flatMap((session) =>
    session.labels.labels.map((label) => ({ kind: 'label' as const, label, session })),
  );
  await desk.runOn(copyAsCurl, ...rows);
  const lines = copied.at(-1)?.split('\n') ?? [];
  expect(lines).toHaveLength(5);
  expect(lines.filter((line) => !line.startsWith('curl '))).toEqual(["# 'Acme'", "# 'Beta `id`; '\\''x'\\'''"]);
  expect([lines[0], lines[3]]).toEqual(lines.filter((line) => line.startsWith('#')));
});
