/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Below `/v1`, without the query. */
  readonly path: string;
  /** With the query, as it was sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An answer before it is put on the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** How the receiver learns where the body ends; `close`: with the connection. */
export type Framing = 'length' | 'chunked' | 'close';

const HEAD_END = '\r\n\r\n';
/** Of one connection, not of the answer. */
const HOP_HEADERS = /^(connection|keep-alive|transfer-encoding|content-length)$/i;

/** Undefined while it is not whole. */
export function parseRequest(bytes: Buffer): WireRequest | undefined {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) {
    return undefined;
  }
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = bytes.subarray(end + HEAD_END.length);
  const length = Number(headers['content-length'] ?? 0);
  const path = target.replace(/\?.*/, '').replace(/^\/v1(?=\/)/, '');
  return body.length < length ? undefined : { method, path, target, headers, body };
}

/** The bytes of an answer, which is the last one on its connection. */
export function bytesOf(
  { status, headers, body }: WireAnswer,
  framing: Framing = 'length',
): { head: Buffer; body: Buffer } {
  const lines = Object.entries({ ...headers, ...framed(framing, body), connection: 'close' })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return {
    head: Buffer.from(`HTTP/1.1 ${status} Status\r\n${lines}\r\n`, 'latin1'),
    body: framing === 'chunked' ? chunked(body) : body,
  };
}

/** Without what belongs to the connection that it came over. */
export function withoutHopHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_HEADERS.test(name)));
}

function framed(framing: Framing, body: Buffer): Record<string, string> {
  switch (framing) {
    case 'length':
      return { 'content-length': String(body.length) };
    case 'chunked':
      return { 'transfer-encoding': 'chunked' };
    case 'close':
      return {};
  }
}

/** In two chunks, so that a cut may fall between them. */
function chunked(body: Buffer): Buffer {
  const half = Math.ceil(body.length / 2);
  const chunks = [body.subarray(0, half), body.subarray(half)].filter(({ length }) => length > 0);
  return Buffer.concat([
    ...chunks.flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
    Buffer.from('0\r\n\r\n'),
  ]);
}
