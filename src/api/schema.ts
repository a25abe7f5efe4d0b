import * as v from 'valibot';

const LABEL_ID = /^lbl_[0-9A-HJKMNP-TV-Z]{26}$/;

/** Permanent and never reused (API: Labels). */
export function isLabelId(id: unknown): id is string {
  return typeof id === 'string' && LABEL_ID.test(id);
}

export const labelSchema = v.object({
  object: v.literal('label'),
  id: v.custom<string>(isLabelId),
  name: v.string(),
  color: v.string(),
  team_id: v.string(),
  created_at: v.string(),
  updated_at: v.string(),
});

/** A label, with the API's own field names. `created_at` and `updated_at` are RFC 3339. */
export type Label = v.InferOutput<typeof labelSchema>;

/** `GET /labels`. A missing cursor is read as "no more". */
export const labelPageSchema = v.object({
  data: v.array(labelSchema),
  has_more: v.boolean(),
  next_cursor: v.nullish(v.string()),
});

/** `POST /labels`: the new label, which is the one that was asked for. */
export function newLabelSchema({ name, team_id }: Pick<Label, 'name' | 'team_id'>) {
  return v.object({ data: v.object({ ...labelSchema.entries, name: v.literal(name), team_id: v.literal(team_id) }) });
}

/** `GET` and `PATCH /labels/{id}`: that label and no other. */
export function labelOfIdSchema(id: string) {
  return v.object({ data: v.object({ ...labelSchema.entries, id: v.literal(id) }) });
}

export type LabelPage = v.InferOutput<typeof labelPageSchema>;

/** What confirms that the label `id`, and no other, is deleted (API: Labels, DELETE). */
export function deletionSchema(id: string) {
  return v.object({ data: v.object({ id: v.literal(id), deleted: v.literal(true) }) });
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
