import { CancellationError } from 'vscode';
import { type PastedKey, readPastedKey } from '../../api/apiKey';
import type { ApiBaseUrl } from '../../api/baseUrl';
import { checkKey } from '../../api/checkKey';
import { ApiError } from '../../api/errors';
import { isDefaultApi, readApiBaseUrl } from '../../accounts/configuration';
import type { Session } from '../../accounts/session';
import type { StoredKey } from '../../accounts/storedKey';
import { askForApiKey, KeyRefusal } from '../../ui/prompts/apiKeyInput';
import { describeError } from '../../ui/messages/describeError';
import { OperationError } from '../../ui/errors';
import { organizationOf } from '../../ui/messages/place';
import { showStatus } from '../../ui/notifications/statusBar';
import type { CommandContext } from '../commandContext';
import { notifyKeyNotStored } from './notifyKeyNotStored';
import { l10n } from '../../ui/l10n';

/** Its retry signs in, so that what needed the session can go on. */
export class SignInError extends OperationError {
  constructor(
    message: string,
    cause: unknown,
    override readonly retry: () => Promise<Session>,
  ) {
    super(message, cause);
  }
}

interface TypedKey {
  readonly baseUrl: ApiBaseUrl;
  readonly apiKey: string | undefined;
}

/**
 * Asks for a key, checks it and the address, and only then stores it.
 *
 * @param before a key that could not be checked, to be checked again: only by the API that it was typed for.
 * @throws CancellationError when the box is closed; SignInError when the key could not be checked.
 */
export async function signIn(context: CommandContext, before?: TypedKey): Promise<Session> {
  const baseUrl = readApiBaseUrl();
  let apiKey = before?.baseUrl.origin === baseUrl.origin ? before.apiKey : undefined;
  let key: StoredKey;
  try {
    key = await askForApiKey({
      title: isDefaultApi(baseUrl)
        ? l10n.t('Sign In to KirimChat')
        : l10n.t('Sign In to KirimChat at {0}', baseUrl.host),
      prompt: l10n.t('Paste the API key of your organization. It is in KirimChat under Developers → API Keys.'),
      value: apiKey,
      check: (typed, signal) => {
        apiKey = typed;
        return checkTyped(context, baseUrl, typed, signal);
      },
    });
  } catch (error) {
    if (error instanceof CancellationError) {
      throw error;
    }
    const message = l10n.t('You are not signed in yet: the API key could not be checked.');
    throw new SignInError(message, error, () => signIn(context, { baseUrl, apiKey }));
  }
  let unkept: unknown;
  const session = await context.accounts.signIn(baseUrl, key, (error) => {
    unkept = error;
  });
  if (!session) {
    // The setting was changed while the box was open: the key is kept for its own host, and the view shows the new one.
    throw new CancellationError();
  }
  if (unkept) {
    notifyKeyNotStored(context, session, key, unkept);
  } else {
    showStatus(l10n.t('Signed in to {0}.', organizationOf(session, 'KirimChat')));
  }
  return session;
}

async function checkTyped(
  context: CommandContext,
  baseUrl: ApiBaseUrl,
  typed: string,
  signal: AbortSignal,
): Promise<StoredKey> {
  const pasted = readPastedKey(typed);
  if (pasted.kind !== 'ok') {
    throw new KeyRefusal(describeMisfit(pasted));
  }
  const { apiKey } = pasted;
  try {
    const me = await checkKey(context.createClient(baseUrl, apiKey), { signal });
    return { apiKey, organization: me?.organization };
  } catch (error) {
    const refusal = describeRefusal(error);
    throw refusal === undefined ? error : new KeyRefusal(refusal);
  }
}

/** What is wrong with the form of a key, so that it need not be sent anywhere. */
function describeMisfit(pasted: Exclude<PastedKey, { kind: 'ok' }>): string {
  switch (pasted.kind) {
    case 'empty':
      return l10n.t('Paste an API key first.');
    case 'olderApi':
      return l10n.t(
        'A key that starts with kc_live_ belongs to KirimChat’s older API and does not work here. Create one that starts with kdv_live_.',
      );
    case 'several':
      return l10n.t('These are several different API keys. Paste only the one of your organization.');
    case 'tooLong':
      return pasted.by === 1
        ? l10n.t('This API key has 1 character too many after {0}.', pasted.prefix)
        : l10n.t('This API key has {0} characters too many after {1}.', pasted.by, pasted.prefix);
    case 'tooShort':
      return pasted.by === 1
        ? l10n.t('This API key is not whole: it has 1 character too few after {0}.', pasted.prefix)
        : l10n.t('This API key is not whole: it has {0} characters too few after {1}.', pasted.by, pasted.prefix);
    case 'oddCharacter':
      return l10n.t(
        'This API key has a character that no API key has: after {0} there are only letters, digits, “-” and “_”.',
        pasted.prefix,
      );
    case 'noKey':
      return l10n.t(
        'There is no KirimChat API key in this: it starts with kdv_live_, with 24 more characters after that.',
      );
  }
}

/** KirimChat's own no to a key; undefined for errors that say nothing about the key. */
function describeRefusal(error: unknown): string | undefined {
  if (!(error instanceof ApiError)) {
    return undefined;
  }
  if (error.kind === 'unauthorized' && error.code !== 'expired_api_key') {
    return l10n.t('KirimChat rejected this API key. It may have been revoked, or belong to another host.');
  }
  return error.kind === 'unauthorized' || error.kind === 'forbidden' ? describeError(error) : undefined;
}
