import fc from 'fast-check';
import type { JournalRecord } from '../../../src/journal/segment';
import { anyId, anyTime, oddLabel } from '../labels';
import { anyText } from '../text';

const runs = fc.constantFrom('run-1', 'run-2', 'run-3');
const act = fc.constantFrom('delete' as const, 'retire' as const, 'rename' as const, 'recolor' as const);
/** Few, so that records are about the same labels. */
const ids = fc.oneof(fc.constantFrom('lbl_00000000000000000000000001', 'lbl_00000000000000000000000002'), anyId);
const common = { run: fc.oneof({ weight: 6, arbitrary: runs }, anyText), n: fc.nat(9), at: fc.oneof(anyTime, anyText) };
const label = fc.tuple(oddLabel, ids).map(([odd, id]) => ({ ...odd, id }));

function kind<Kind extends JournalRecord['kind']>(name: Kind) {
  return { ...common, kind: fc.constant(name) };
}

/** Whatever a line of a journal can say, in whatever order and however little it fits to the others. */
const anyRecord: fc.Arbitrary<JournalRecord> = fc.oneof(
  fc.record({ ...kind('plan'), act, labels: fc.array(fc.record({ id: ids, name: anyText }), { maxLength: 3 }) }),
  { weight: 3, arbitrary: fc.record({ ...kind('label'), act, label }) },
  fc.record({ ...kind('begun') }),
  {
    weight: 2,
    arbitrary: fc.record(
      {
        ...kind('outcome'),
        id: ids,
        outcome: fc.constantFrom('done' as const, 'alreadyGone' as const, 'failed' as const, 'inDoubt' as const),
        requestId: anyText,
      },
      { requiredKeys: ['run', 'n', 'at', 'kind', 'id', 'outcome'] },
    ),
  },
  fc.record({ ...kind('recreated'), id: ids, newId: ids }),
  fc.record({ ...kind('restored'), id: ids }),
  fc.record({ ...kind('finished') }),
  fc.record({ ...kind('acknowledged') }),
);

export const anyRecords: fc.Arbitrary<JournalRecord[]> = fc.array(anyRecord, { maxLength: 25 });

/** The same records in files of any size, some in several of them, in any order. */
export function dealtOut(records: readonly JournalRecord[]): fc.Arbitrary<JournalRecord[][]> {
  return fc.array(fc.shuffledSubarray([...records]), { maxLength: 3 }).chain((some) =>
    fc
      .array(fc.nat(4), { minLength: records.length, maxLength: records.length })
      .map((places) => [0, 1, 2, 3, 4].map((place) => records.filter((_, index) => places[index] === place)))
      .map((rest) => [...some, ...rest]),
  );
}
