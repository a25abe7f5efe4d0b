import * as v from 'valibot';

/** The colours that are known (API: Labels). A label may come with another one. */
export const LABEL_COLORS = [
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
] as const;

export type LabelColor = (typeof LABEL_COLORS)[number];

/** Permanent and never reused (API: Labels). */
export const labelIdSchema = v.pipe(v.string(), v.regex(/^lbl_[0-9A-HJKMNP-TV-Z]{26}$/));

export const labelSchema = v.pipe(
  v.object({
    object: v.literal('label'),
    id: labelIdSchema,
    name: v.string(),
    color: v.string(),
    team_id: v.string(),
    created_at: v.string(),
    updated_at: v.string(),
  }),
  v.transform(({ id, name, color, team_id, created_at, updated_at }) => ({
    id,
    name,
    color,
    team_id,
    created_at,
    updated_at,
  })),
);

/** A label, with the API's own field names. `created_at` and `updated_at` are RFC 3339. */
export type Label = v.InferOutput<typeof labelSchema>;

/** `GET /labels`. A missing cursor is read as "no more". */
export const labelPageSchema = v.object({
  data: v.array(labelSchema),
  has_more: v.boolean(),
  next_cursor: v.nullish(v.string()),
});

export type LabelPage = v.InferOutput<typeof labelPageSchema>;

/** What confirms that the label `id`, and no other, is deleted (API: Labels, DELETE). */
export function deletionSchema(id: string) {
  return v.object({ data: v.object({ id: v.literal(id), deleted: v.literal(true) }) });
}

/** For what is nice to have: a value of another type is dropped, and does not spoil the answer. */
function tolerant<const TSchema extends v.GenericSchema>(schema: TSchema) {
  return v.fallback(v.optional(schema), undefined);
}

/** `GET /me`: whose key it is. */
export const meSchema = v.object({
  data: v.object({
    organization: v.object({ id: v.string(), name: v.string() }),
    api_key: tolerant(v.object({ label: tolerant(v.string()), last4: tolerant(v.string()) })),
    rate_limits: tolerant(
      v.object({
        tier: tolerant(v.string()),
        write_per_minute: tolerant(v.number()),
        read_per_minute: tolerant(v.number()),
      }),
    ),
  }),
});

/** Whose key it is. Only the organisation is certain to be there. */
export type Me = v.InferOutput<typeof meSchema>['data'];

/** The body of a failure (API: Errors), and the `request_id` of any answer. */
export const errorBodySchema = v.object({
  request_id: tolerant(v.string()),
  error: tolerant(
    v.object({
      type: tolerant(v.string()),
      code: tolerant(v.string()),
      message: tolerant(v.string()),
      request_id: tolerant(v.string()),
    }),
  ),
});
