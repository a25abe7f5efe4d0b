import * as v from 'valibot';

const LABEL_ID = /^lbl_[0-9A-HJKMNP-TV-Z]{26}$/;

/** Permanent and never reused (API: Labels). */
export function isLabelId(id: unknown): id is string {
  return typeof id === 'string' && LABEL_ID.test(id);
}

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

/** By hand: a list has thousands of labels, and a schema for each field of each takes several times as long. */
function isLabel(value: unknown): value is Label {
  const label = (value ?? {}) as Partial<Record<keyof Label, unknown>>;
  return (
    label.object === 'label' &&
    isLabelId(label.id) &&
    typeof label.name === 'string' &&
    typeof label.color === 'string' &&
    typeof label.team_id === 'string' &&
    typeof label.created_at === 'string' &&
    typeof label.updated_at === 'string'
  );
}

/** A label without the fields that nobody knows (yet). */
export function knownFields({ object, id, name, color, team_id, created_at, updated_at }: Label): Label {
  return { object, id, name, color, team_id, created_at, updated_at };
}

function labelWhere(isAskedFor: (label: Label) => boolean) {
  return v.custom<Label>((value) => isLabel(value) && isAskedFor(value));
}

export const labelSchema = labelWhere(() => true);

/** `GET /labels`. A missing cursor is read as "no more". */
export const labelPageSchema = v.object({
  data: v.custom<Label[]>((value) => Array.isArray(value) && value.every(isLabel)),
  has_more: v.boolean(),
  next_cursor: v.nullish(v.string()),
});

/** `POST /labels`: the new label, which is the one that was asked for. */
export function newLabelSchema({ name, team_id }: Pick<Label, 'name' | 'team_id'>) {
  return v.object({ data: labelWhere((label) => label.name === name && label.team_id === team_id) });
}

/** `GET` and `PATCH /labels/{id}`: that label and no other. */
export function labelOfIdSchema(id: string) {
  return v.object({ data: labelWhere((label) => label.id === id) });
}

export type LabelPage = v.InferOutput<typeof labelPageSchema>;

/** What confirms that the label `id`, and no other, is deleted (API: Labels, DELETE). */
export function deletionSchema(id: string) {
  return v.custom((value) => {
    const { data } = (value ?? {}) as { data?: Partial<Record<'id' | 'deleted', unknown>> | null };
    return data?.id === id && data.deleted === true;
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
