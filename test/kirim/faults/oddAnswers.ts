import type { Label } from '../../../src/sample/server/model';

interface Page {
  readonly data: readonly Label[];
}

/** For faults that change an answer: a page that says that there are more, and not where. */
export function endsTooEarly(page: unknown): unknown {
  return { ...(page as Page), has_more: true, next_cursor: null };
}

/** What may be in a list in place of a label that can be read. */
export const ODD_RECORDS = {
  'a time that is null': (label: Label) => ({ ...label, updated_at: null }),
  'no name': ({ id, object, color, team_id, created_at, updated_at }: Label) => ({
    ...{ id, object, color, team_id, created_at, updated_at },
  }),
  'an id that is a number': (label: Label) => ({ ...label, id: 17 }),
  'another object': ({ id }: Label) => ({ id: id.replace('lbl', 'con'), object: 'contact', name: 'Siti' }),
  null: () => null,
} as const;

/** For faults that change an answer: the page with something else in place of each label that is meant. */
export function withOddRecords(isMeant: (label: Label) => boolean, odd: keyof typeof ODD_RECORDS) {
  return (page: unknown): unknown => ({
    ...(page as Page),
    data: (page as Page).data.map((label) => (isMeant(label) ? ODD_RECORDS[odd](label) : label)),
  });
}
