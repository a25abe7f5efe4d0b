import { l10n } from '../ui/l10n';
import * as v from 'valibot';
import type { Accounts } from '../accounts/accounts';
import { readRetiredPrefix } from '../accounts/configuration';
import type { Session } from '../accounts/session';
import { findOrganization, RefusalError } from '../commands/namedLabels';
import type { LabelListing, ListedLabel, ListedOrganization } from '../extensionApi';
import { type LabelFilter, matcherOf } from '../labels/query/labelFilter';
import { isRetired } from '../labels/retired';

/** So many labels are in one answer to a language model: about 20,000 tokens. */
const PAGE_SIZE = 200;

type FindsOrganizations = Pick<Accounts, 'find'>;

/** What both tools that list take. */
export const pageSchema = { organization: v.optional(v.string()), cursor: v.optional(v.string()) };

interface Page extends LabelListing {
  /** How many labels fit, whatever page they are on. */
  readonly total: number;
  /** For the next page; left out with the last one. */
  readonly next_cursor?: string;
}

/** @throws RefusalError where the input does not fit */
export function parseInput<T extends v.GenericSchema>(schema: T, input: unknown): v.InferOutput<T> {
  const parsed = v.safeParse(schema, input);
  if (!parsed.success) {
    throw new RefusalError('invalidInput', l10n.t('The input is not as the tool describes it.'));
  }
  return parsed.output;
}

/** One page of the labels that fit. @throws RefusalError; SecretStorageError */
export async function pageOf(
  accounts: FindsOrganizations,
  filter: LabelFilter,
  { organization, cursor }: { readonly organization?: string | undefined; readonly cursor?: string | undefined },
): Promise<Page> {
  const sessions = await sessionsOf(accounts, organization);
  // The pages of one list belong together.
  if (cursor === undefined) {
    await refresh(sessions);
  }
  const { organizations, labels } = listed(sessions, filter);
  const start = cursor === undefined ? 0 : labels.findIndex((label) => cursorOf(label) === cursor) + 1;
  if (start === 0 && cursor !== undefined) {
    throw new RefusalError(
      'invalidInput',
      l10n.t('The labels have changed meanwhile: list them again from the beginning.'),
    );
  }
  const page = labels.slice(start, start + PAGE_SIZE);
  const last = page.at(-1);
  const hasMore = start + page.length < labels.length;
  return { organizations, labels: page, total: labels.length, ...(last && hasMore && { next_cursor: cursorOf(last) }) };
}

/** All labels that fit, of all organizations. */
export async function listAll(accounts: FindsOrganizations, filter: LabelFilter): Promise<LabelListing> {
  const sessions = await accounts.find();
  await refresh(sessions);
  return listed(sessions, filter);
}

async function sessionsOf(accounts: FindsOrganizations, named: string | undefined): Promise<readonly Session[]> {
  const sessions = await accounts.find();
  return named === undefined && sessions.length > 0 ? sessions : [await findOrganization(accounts, named)];
}

/** A list that cannot be loaded is not whole: that is said with what is known of it. */
async function refresh(sessions: readonly Session[]): Promise<void> {
  await Promise.all(
    sessions.map(({ labels }) => (labels.state.kind === 'loaded' ? labels.refreshIfShort() : labels.refresh())),
  );
}

function listed(sessions: readonly Session[], filter: LabelFilter): LabelListing {
  const prefix = readRetiredPrefix();
  const fits = matcherOf(filter, prefix);
  return {
    organizations: sessions.map(organizationOf),
    labels: sessions.flatMap((session) =>
      session.labels.labels.filter(fits).map((label) => {
        const { id, name, color, team_id } = label;
        return { organization: session.id, id, name, color, team_id, retired: isRetired(label, prefix) };
      }),
    ),
  };
}

/** An organization as programs get it. */
export function organizationOf({ id, organizationName: name, isSample, labels }: Session): ListedOrganization {
  const isWhole = labels.state.kind === 'loaded' && labels.latest?.isComplete === true;
  return { id, name, is_sample: isSample, is_whole: isWhole };
}

function cursorOf({ organization, id }: ListedLabel): string {
  return JSON.stringify([organization, id]);
}
