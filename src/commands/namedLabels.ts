import { CancellationError } from 'vscode';
import { l10n } from '../ui/l10n';
import * as v from 'valibot';
import type { Accounts } from '../accounts/accounts';
import type { Session } from '../accounts/session';
import { RequestCancelledError } from '../api/errors';
import type { Label } from '../api/schema';
import { hasChanged } from '../operations/recheck/labelChanges';
import { Recheck } from '../operations/recheck/recheck';
import { OperationError } from '../ui/errors';
import { organizationOf } from '../ui/messages/place';
import { quoted } from '../ui/messages/plainText';
import { describeBusy } from '../ui/messages/results/operationWords';
import type { ChosenLabels } from './chosenLabels';
import { requireList } from './requireList';

/** More cannot be named in one question, and so are chosen in the view. */
const MAX_NAMED = 10;

const namedLabelsSchema = v.object({
  organization: v.optional(v.string()),
  labels: v.array(v.object({ id: v.string(), name: v.string() })),
});

/**
 * Labels as tools, other extensions, keybindings and tasks name them: each by its id and its name, so that what is meant is what is
 * there. The organization by its id or its name; it may be left out where there is one alone.
 */
export type NamedLabels = v.InferOutput<typeof namedLabelsSchema>;

/** Why nothing was asked: for programs. */
type RefusalCode =
  | 'invalidInput'
  | 'signedOut'
  | 'organizationRequired'
  | 'organizationUnknown'
  | 'tooMany'
  | 'notFound'
  | 'nameDiffers'
  | 'busy'
  | 'wrongState'
  | 'invalidName';

/** What was asked for cannot be done, and the user was not asked. The message is a whole sentence for programs and people. */
export class RefusalError extends Error {
  /** @param details for programs, with the names as they are. */
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly details?: object,
  ) {
    super(message);
  }
}

export function parseNamedLabels(value: unknown): NamedLabels | undefined {
  const parsed = v.safeParse(namedLabelsSchema, value);
  return parsed.success ? parsed.output : undefined;
}

/**
 * The organization that is meant.
 *
 * @param named its id or name; undefined where there is one alone.
 * @throws RefusalError; SecretStorageError
 */
export async function findOrganization(accounts: Pick<Accounts, 'find'>, named: string | undefined): Promise<Session> {
  const sessions = await accounts.find();
  const organizations = sessions.map(({ id, organizationName: name }) => ({ id, name }));
  if (sessions.length === 0) {
    throw new RefusalError(
      'signedOut',
      l10n.t('No organization is signed in. Run the command “Kirim Labels: Sign In” first.'),
    );
  }
  const meant = sessions.filter(
    ({ id, organizationName }) => named === undefined || [id, organizationName].includes(named),
  );
  const [only] = meant.length === 1 ? meant : [];
  if (only) {
    return only;
  }
  if (meant.length === 0) {
    throw new RefusalError('organizationUnknown', l10n.t('No organization that is signed in is called that.'), {
      organizations,
    });
  }
  const message = l10n.t('Several organizations are signed in: one of them has to be named by its ID.');
  throw new RefusalError('organizationRequired', message, { organizations });
}

/**
 * The labels as they are now, read again, where they are what the caller takes them for.
 *
 * @throws RefusalError where not; OperationError where they cannot be read; CancellationError; SecretStorageError
 */
export async function findNamedLabels(
  { accounts }: { readonly accounts: Pick<Accounts, 'find'> },
  { organization, labels: named }: NamedLabels,
  signal?: AbortSignal,
): Promise<ChosenLabels> {
  const ids = new Set(named.map(({ id }) => id));
  if (ids.size === 0 || ids.size < named.length) {
    throw new RefusalError('invalidInput', l10n.t('Each label has to be named once, and at least one.'));
  }
  if (ids.size > MAX_NAMED) {
    const message = l10n.t(
      'More than {0} labels at once are selected in the view Labels by a person, who then runs the command there.',
      MAX_NAMED,
    );
    throw new RefusalError('tooMany', message, { most: MAX_NAMED });
  }
  const session = await findOrganization(accounts, organization);
  await requireList(session);
  const found = assertNamed(named, session.labels.labels, session);
  const labels = assertNamed(named, await readAgain(session, found, signal), session);
  const busy = labels.filter(({ id }) => session.labels.activities.of(id));
  if (busy.length > 0) {
    throw new RefusalError('busy', describeBusy(busy, session), { labels: busy.map(namesOf) });
  }
  return { session, labels };
}

async function readAgain(
  session: Session,
  labels: readonly Label[],
  signal = session.ended,
): Promise<readonly Label[]> {
  const changes = await new Recheck(session.client, session.labels)
    .changesSince(labels, { signal })
    .catch((error: unknown) => {
      throw error instanceof RequestCancelledError
        ? new CancellationError()
        : new OperationError(l10n.t('The labels could not be loaded.'), error);
    });
  return hasChanged(changes) ? changes.current : labels;
}

/** In the order in which they were named. @throws RefusalError */
function assertNamed(named: NamedLabels['labels'], labels: readonly Label[], session: Session): readonly Label[] {
  const known = new Map(labels.map((label) => [label.id, label]));
  const missing = named.filter(({ id }) => !known.has(id));
  const [first] = missing;
  if (first) {
    const message = l10n.t('{0} has no label with the ID {1}.', organizationOf(session), quoted(first.id));
    throw new RefusalError('notFound', message, { labels: missing });
  }
  const pairs = named.flatMap((one) => ({ ...one, current: known.get(one.id) }));
  const differing = pairs.filter(({ name, current }) => current?.name !== name);
  const [other] = differing;
  if (other?.current) {
    const message = l10n.t(
      'The label that was named {0} is called {1}.',
      quoted(other.name),
      quoted(other.current.name),
    );
    const details = differing.map(({ id, name, current }) => ({ id, name, current_name: current?.name }));
    throw new RefusalError('nameDiffers', message, { labels: details });
  }
  return pairs.flatMap(({ current }) => current ?? []);
}

function namesOf({ id, name }: Label) {
  return { id, name };
}
