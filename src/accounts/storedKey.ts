import * as v from 'valibot';
import { organizationSchema } from '../api/schema';

const storedKeySchema = v.pipe(
  v.object({
    apiKey: v.string(),
    organization: v.nullish(organizationSchema),
    /** Part of a folder's name. */
    journalId: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,40}$/))), undefined),
  }),
  v.check(({ organization, journalId }) => Boolean(organization) || journalId !== undefined),
);

/**
 * A key as it is kept: with the organization's name, so that the view can show it before the first answer. Where `GET /me`
 * did not tell the organization, a random `journalId` stands for it, and stays when the organization is known later.
 */
export type StoredKey = v.InferOutput<typeof storedKeySchema>;

export type Organization = NonNullable<StoredKey['organization']>;

/** Undefined where it is damaged, or from a newer version of the extension. */
export function asStoredKey(entry: unknown): StoredKey | undefined {
  const result = v.safeParse(storedKeySchema, entry);
  return result.success ? result.output : undefined;
}

/** The key with a journal of its own, where it is not known whose key it is. */
export function withJournal(key: StoredKey): StoredKey {
  return key.organization || key.journalId !== undefined ? key : { ...key, journalId: crypto.randomUUID() };
}

/** Whether both are known, and not the same. */
export function areOthers(one: Organization | null | undefined, other: Organization | null | undefined): boolean {
  return one?.id !== undefined && other?.id !== undefined && one.id !== other.id;
}

/** Whether there can only be one of the two: it is the same key, or they are keys of the same organization. */
export function isSameAccount(one: StoredKey, other: StoredKey): boolean {
  return one.apiKey === other.apiKey || (one.organization ? one.organization.id === other.organization?.id : false);
}

/** The keys with this one, in the place of the one that it was before, or of another one of its organization. */
export function put(keys: readonly StoredKey[], key: StoredKey): readonly StoredKey[] {
  const place = keys.findIndex((other) => isSameAccount(other, key));
  const others = keys.filter((other) => !isSameAccount(other, key));
  return others.toSpliced(place < 0 ? others.length : place, 0, asBefore(key, keys));
}

/** A key is of one organization for ever, and keeps its journal. */
function asBefore(key: StoredKey, keys: readonly StoredKey[]): StoredKey {
  const before = keys.find(({ apiKey }) => apiKey === key.apiKey);
  return before && !areOthers(before.organization, key.organization)
    ? { ...before, organization: key.organization ?? before.organization }
    : key;
}
