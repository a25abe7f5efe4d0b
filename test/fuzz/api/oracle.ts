/** What answers mean, written down a second time from the API's documentation, without the schemas. */

type Fields = Readonly<Record<string, unknown>>;

/** As long as it has a list, each record stands for itself. */
export function isLabelPage(body: unknown): boolean {
  return Array.isArray(fieldsOf(body)['data']) && hasNoError(body);
}

/** What was deleted is named, or is at least a label, as in the documentation's own example. */
export function isDeletionOf(id: string, body: unknown): boolean {
  const data = fieldsOf(fieldsOf(body)['data']);
  const isLabelAtAll = data['object'] === 'label';
  const isRight = 'id' in data ? data['id'] === id && (isLabelAtAll || !('object' in data)) : isLabelAtAll;
  return data['deleted'] === true && isRight && hasNoError(body);
}

export function isLabelWithId(id: string, body: unknown): boolean {
  const { data } = fieldsOf(body);
  return isLabel(data) && fieldsOf(data)['id'] === id && hasNoError(body);
}

/** Limits are for estimates alone: whatever is there does no harm. */
export function isMe(body: unknown): boolean {
  const { id, name } = fieldsOf(fieldsOf(fieldsOf(body)['data'])['organization']);
  return typeof id === 'string' && typeof name === 'string' && hasNoError(body);
}

/** Which of two versions of a label is the newer one has to be known. */
export function isLabel(value: unknown): boolean {
  const label = fieldsOf(value);
  const { id, object, updated_at } = label;
  const texts = ['name', 'color', 'team_id', 'created_at', 'updated_at'];
  return (
    object === 'label' && isId(id) && texts.every((field) => typeof label[field] === 'string') && isTime(updated_at)
  );
}

/** A path has one more segment with it, whether or not somebody on the way decodes it, and the address has the same host. */
export function isId(id: unknown): boolean {
  if (typeof id !== 'string' || id === '' || id.length > 256 || Array.from(id).some(isHalfOfAPair)) {
    return false;
  }
  const decoded = id.replaceAll('\\', '/').split('/');
  return !decoded.includes('.') && !decoded.includes('..');
}

function isHalfOfAPair(character: string): boolean {
  return character.length === 1 && character >= '\uD800' && character <= '\uDFFF';
}

function isTime(text: unknown): boolean {
  const [year = '', month = '', rest = ''] = String(text).split('-');
  const [day = '', time = ''] = rest.split(/[Tt ]/);
  const [hour = '', minute = ''] = time.split(':');
  const isTwoDigits = (digits: string) => /^\d\d$/.test(digits);
  const isWritten = /^\d{4}$/.test(year) && [month, day, hour, minute.slice(0, 2)].every(isTwoDigits);
  return isWritten && Number.isFinite(new Date(String(text)).getTime());
}

/** An answer that says in one breath that it worked and that it did not says nothing. */
function hasNoError(body: unknown): boolean {
  const error = fieldsOf(body)['error'];
  return error === undefined || error === null;
}

/**
 * Only KirimChat speaks for KirimChat: what fails has a type, a code and the id of its request. Then HTTP status first, then
 * type, then code. Whoever asks for a break gets it.
 *
 * @param isWord whether that is a word that may be shown.
 */
export function kindFor(
  status: number,
  body: unknown,
  header: string | null,
  isWord: (text: unknown) => boolean,
): string {
  const error = fieldsOf(fieldsOf(body)['error']);
  const { type, code } = error;
  const ids = [fieldsOf(body)['request_id'], error['request_id'], header];
  if (status < 400 || !isWord(type) || !isWord(code) || !ids.some(isWord)) {
    return status === 429 ? 'rateLimited' : 'unreadable';
  }
  if (status >= 500) {
    return 'server';
  }
  return byStatus(status) ?? byWord(type) ?? byWord(code) ?? 'invalidRequest';
}

function byStatus(status: number): string | undefined {
  switch (status) {
    case 400:
    case 422:
      return 'invalidRequest';
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'notFound';
    case 409:
      return 'conflict';
    case 429:
      return 'rateLimited';
    default:
      return undefined;
  }
}

/** A word tells the same, whichever of the two fields it is in: the documentation's pages mix them up. */
function byWord(word: unknown): string | undefined {
  switch (word) {
    case 'invalid_request_error':
      return 'invalidRequest';
    case 'authentication_error':
    case 'invalid_api_key':
    case 'expired_api_key':
      return 'unauthorized';
    case 'permission_error':
      return 'forbidden';
    case 'not_found':
    case 'resource_not_found':
      return 'notFound';
    case 'conflict':
      return 'conflict';
    case 'rate_limit_error':
    case 'rate_limit_exceeded':
      return 'rateLimited';
    default:
      return undefined;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
