import * as v from 'valibot';
import { isSameName } from './sameName';

/** In UTF-16 units. How long an id can be is not documented: this is far more than any, and fits into an address. */
const MAX_ID_LENGTH = 256;

/**
 * Permanent, never reused, and opaque (API: Labels): any text that is one segment of a path once it is encoded, also for a
 * proxy that decodes it on the way.
 */
export function isLabelId(id: unknown): id is string {
  return (
    typeof id === 'string' &&
    id !== '' &&
    id.length <= MAX_ID_LENGTH &&
    // Half of a surrogate pair cannot be encoded.
    !/\p{Surrogate}/u.test(id) &&
    !id.split(/[/\\]/).some((part) => part === '.' || part === '..')
  );
}

/** The colors that the API documents, in its order. */
export const LABEL_COLORS: readonly string[] = [
  'gray',
  'red',
  'orange',
  'amber',
  'yellow',
  'lime',
  'green',
  'emerald',
  'teal',
  'sky',
  'blue',
  'violet',
  'pink',
];

/** A label, with the API's own field names. `created_at` and `updated_at` are RFC 3339. */
export interface Label {
  readonly object: 'label';
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly team_id: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A record of the list that is left out, since it is not a label as it is documented. */
export interface UnreadableRecord {
  /** Undefined where the record has none that can be used. */
  readonly id: string | undefined;
  /** The first field that is not as documented. */
  readonly field: string;
}

/** By hand: a list has thousands of labels, and a schema for each field of each takes several times as long. */
const FIELDS: readonly (readonly [keyof Label, (value: unknown) => boolean])[] = [
  ['object', (value) => value === 'label'],
  ['id', isLabelId],
  ['name', isText],
  ['color', isText],
  ['team_id', isText],
  ['created_at', isText],
  ['updated_at', isText],
];

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function misfitOf(value: unknown): keyof Label | undefined {
  const label = (value ?? {}) as Partial<Record<keyof Label, unknown>>;
  return FIELDS.find(([field, isRight]) => !isRight(label[field]))?.[0];
}

/** As `misfitOf`; and which of two versions of a label is the newer one has to be certain. */
function unreadableField(value: unknown): keyof Label | undefined {
  return misfitOf(value) ?? (isTime((value as Label).updated_at) ? undefined : 'updated_at');
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/i.test(text) && !Number.isNaN(Date.parse(text));
}

/** A label without fields that the API does not document. */
export function knownFields({ object, id, name, color, team_id, created_at, updated_at }: Label): Label {
  return { object, id, name, color, team_id, created_at, updated_at };
}

/** The labels among the records of a page, and what is left out. */
export function sortRecords(records: readonly unknown[]): { labels: Label[]; unreadable: UnreadableRecord[] } {
  const labels: Label[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (const record of records) {
    const field = unreadableField(record);
    if (field === undefined) {
      labels.push(knownFields(record as Label));
    } else {
      const { id } = (record ?? {}) as { readonly id?: unknown };
      unreadable.push({ id: isLabelId(id) ? id : undefined, field });
    }
  }
  return { labels, unreadable };
}

function labelWhere(isAskedFor: (label: Label) => boolean) {
  return v.custom<Label>((value) => unreadableField(value) === undefined && isAskedFor(value as Label));
}

/** A label as it was written down: what it was, whatever times it has. */
export const labelSchema = v.custom<Label>((value) => misfitOf(value) === undefined);

/** `GET /labels`. One record that cannot be read hides no other one, and what is odd about the end hides no record. */
export const labelPageSchema = v.object({
  data: v.custom<unknown[]>(Array.isArray),
  has_more: v.fallback(v.optional(v.boolean()), undefined),
  next_cursor: v.fallback(v.optional(v.string()), undefined),
});

/** What a label is created with. Without a team it is of the organization's only one. */
export type NewLabel = Pick<Label, 'name' | 'color'> & { readonly team_id?: string | undefined };

/** What is to become of a label. What is left out stays as it is (API: Labels, PATCH). */
export interface LabelChange {
  readonly name?: string | undefined;
  readonly color?: string | undefined;
}

/** `POST /labels`: the new label, which is the one that was asked for. */
export function newLabelSchema({ name, team_id }: NewLabel) {
  const isTeam = (label: Label) => team_id === undefined || label.team_id === team_id;
  return v.object({ data: labelWhere((label) => isSameName(label.name, name) && isTeam(label)) });
}

/** `GET /labels/{id}`: that label and no other. */
export function labelOfIdSchema(id: string) {
  return v.object({ data: labelWhere((label) => label.id === id) });
}

/** `PATCH /labels/{id}`: that label and no other, with the name that it was to get, or else with the color. */
export function changedLabelSchema(id: string, { name, color }: LabelChange) {
  const isChanged = (label: Label) => (name === undefined ? label.color === color : isSameName(label.name, name));
  return v.object({ data: labelWhere((label) => label.id === id && isChanged(label)) });
}

/**
 * What confirms that the label `id`, and no other, is deleted (API: Labels, DELETE). The documentation's own example has no
 * id: then it has to be a label, at least.
 */
export function deletionSchema(id: string) {
  return v.custom((value) => {
    const { data } = (value ?? {}) as { data?: Partial<Record<'object' | 'id' | 'deleted', unknown>> | null };
    const { object, id: deletedId, deleted } = data ?? {};
    const isNamed = deletedId === id && (object === undefined || object === 'label');
    return deleted === true && (isNamed || (deletedId === undefined && object === 'label'));
  });
}

export const organizationSchema = v.object({ id: v.string(), name: v.string() });

/** `GET /me`: whose key it is. Limits that cannot be read say nothing about the key. */
export const meSchema = v.object({
  data: v.object({
    organization: organizationSchema,
    rate_limits: v.fallback(v.optional(v.object({ write_per_minute: v.number() })), undefined),
  }),
});

export type Me = v.InferOutput<typeof meSchema>['data'];
