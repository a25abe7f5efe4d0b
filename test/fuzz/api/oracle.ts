/** What answers mean, written down a second time from the API's documentation, without the schemas. */

type Fields = Readonly<Record<string, unknown>>;

export function isLabelPage(body: unknown): boolean {
  const { data, has_more, next_cursor } = fieldsOf(body);
  const hasCursor = next_cursor === undefined || next_cursor === null || typeof next_cursor === 'string';
  return Array.isArray(data) && data.every(isLabel) && typeof has_more === 'boolean' && hasCursor;
}

export function isDeletionOf(id: string, body: unknown): boolean {
  const data = fieldsOf(fieldsOf(body)['data']);
  return data['deleted'] === true && data['id'] === id;
}

export function isLabelWithId(id: string, body: unknown): boolean {
  const { data } = fieldsOf(body);
  return isLabel(data) && fieldsOf(data)['id'] === id;
}

/** Limits are for estimates alone: whatever is there does no harm. */
export function isMe(body: unknown): boolean {
  const { id, name } = fieldsOf(fieldsOf(fieldsOf(body)['data'])['organization']);
  return typeof id === 'string' && typeof name === 'string';
}

function isLabel(value: unknown): boolean {
  const label = fieldsOf(value);
  const { id, object } = label;
  const texts = ['name', 'color', 'team_id', 'created_at', 'updated_at'];
  return object === 'label' && isId(id) && texts.every((field) => typeof label[field] === 'string');
}

function isId(id: unknown): boolean {
  return (
    typeof id === 'string' &&
    id.length === 30 &&
    id.startsWith('lbl_') &&
    Array.from(id.slice(4)).every((digit) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.includes(digit))
  );
}

/** HTTP status first, then type, then code. */
export function kindFor(status: number, body: unknown): string {
  if (status >= 500) {
    return 'server';
  }
  if (status < 400) {
    return 'unreadable';
  }
  const { type, code } = fieldsOf(fieldsOf(body)['error']);
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
