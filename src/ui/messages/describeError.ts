import { ApiError, RequestCancelledError } from '../../api/errors';
import { InvalidBaseUrlError } from '../../api/baseUrl';
import { duration } from './duration';
import { JournalStorageError } from '../../journal/files';
import { LabelUncheckedError } from '../../operations/recheck/recheckErrors';
import { SecretStorageError } from '../../accounts/secretStorageError';
import { isolated } from './plainText';
import { l10n } from '../l10n';

/** The reason in words, as whole sentences. Never has more of the error than its kind and KirimChat's own message. */
export function describeError(error: unknown): string {
  if (error instanceof ApiError) {
    return describeApiError(error);
  }
  if (error instanceof RequestCancelledError) {
    return l10n.t('It was cancelled.');
  }
  if (error instanceof JournalStorageError) {
    return l10n.t(
      'VS Code could not read or write the journal of deleted labels, and nothing is sent without it. Is the disk full?',
    );
  }
  if (error instanceof SecretStorageError) {
    return l10n.t('VS Code’s secret storage does not work. The keyring of this computer may be locked or missing.');
  }
  if (error instanceof LabelUncheckedError) {
    return l10n.t('What KirimChat has of this label cannot be read, so it is not known what it is called now.');
  }
  return error instanceof InvalidBaseUrlError
    ? l10n.t(
        'The setting “kirimLabels.apiBaseUrl” has to be an address that starts with https://, or with http:// for this computer, without a user name, a password, a “?” or a “#”.',
      )
    : l10n.t('Something unexpected went wrong. The log has the details.');
}

function describeApiError({ kind, status, code, serverMessage, retryAfterSeconds }: ApiError): string {
  switch (kind) {
    case 'unauthorized':
      return code === 'expired_api_key'
        ? l10n.t('The API key has expired. Create a new one in KirimChat under Developers → API Keys.')
        : l10n.t('KirimChat rejected the API key.');
    case 'forbidden':
      return l10n.t(
        'KirimChat does not allow it for this organization: its plan may not include it, or it may be suspended.',
      );
    case 'rateLimited':
      return describeRateLimit(retryAfterSeconds);
    case 'server':
      return l10n.t('Something failed on KirimChat’s side.');
    case 'unreadable':
    case 'redirected':
      return describeStranger(status);
    case 'wrongAddress':
      return l10n.t(
        'The address in the setting “kirimLabels.apiBaseUrl” may be wrong: KirimChat’s end in “/v1”. If it is right, a proxy or a sign-in page of the network may be in between.',
      );
    case 'incomplete':
      return l10n.t('KirimChat ended the list too early. What is missing from it may still be there.');
    case 'timeout':
      return l10n.t('KirimChat did not answer in time.');
    case 'refused':
      return l10n.t('KirimChat’s server refused the connection.');
    case 'hostNotFound':
      return l10n.t('The address of KirimChat’s server was not found. Are you online?');
    case 'certificate':
      return l10n.t('The server’s certificate is not trusted here. A proxy or a company network may be in between.');
    case 'offline':
      return l10n.t('There is no network connection.');
    case 'proxy':
      return l10n.t('The proxy between this computer and KirimChat did not let the request through.');
    case 'network':
      return l10n.t('The connection to KirimChat broke off.');
    case 'notFound':
    case 'invalidRequest':
    case 'conflict':
      return l10n.t('KirimChat refused the request. {0}', isolated(serverMessage ?? '')).trim();
  }
}

/** Of something that answered in KirimChat's place. */
function describeStranger(status = 0): string {
  if (status >= 500) {
    return l10n.t('The answer was not one of KirimChat’s. Something on the way to it may be out of order.');
  }
  return status >= 400
    ? l10n.t('The answer was not one of KirimChat’s. A proxy or a sign-in page of the network may be in between.')
    : l10n.t('The answer was not one of KirimChat’s. A sign-in page of the network may be in between.');
}

function describeRateLimit(seconds: number | undefined): string {
  return seconds === undefined
    ? l10n.t('KirimChat asks for a break: this organization sent too many requests.')
    : l10n.t('KirimChat asks for a break of {0}: this organization sent too many requests.', duration(seconds));
}
