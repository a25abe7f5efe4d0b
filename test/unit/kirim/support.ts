import { addSample, Kirim, ManualClock, SAMPLE_API_KEY, SAMPLE_ORGANIZATION, type Label } from '../../kirim';

interface Body {
  data?: unknown;
  has_more?: boolean;
  next_cursor?: string | null;
  request_id?: string;
  error?: { type: string; code: string; message: string; param?: string; request_id: string };
}

export interface Reply {
  status: number;
  headers: Headers;
  body: Body;
}

interface CallOptions {
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  key?: string | null;
  headers?: Record<string, string>;
}

export type Call = (path: string, options?: CallOptions) => Promise<Reply>;

/** A stand-in with the sample, a clock that stands still, and a client for the sample's key. */
export function setUp() {
  const clock = new ManualClock();
  const kirim = new Kirim({ clock });
  addSample(kirim);
  return { clock, kirim, acme: kirim.organization(SAMPLE_ORGANIZATION), call: clientOf(kirim) };
}

export function clientOf(kirim: Kirim): Call {
  return async (path, { method = 'GET', body, key = SAMPLE_API_KEY, headers = {} } = {}) => {
    const response = await kirim.fetch(`https://api.example/v1${path}`, {
      method,
      headers: { ...(key === null ? {} : { Authorization: `Bearer ${key}` }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
  };
}

/** Every label the API lists, page by page. */
export async function listAll(call: Call, limit: number, key = SAMPLE_API_KEY): Promise<Label[]> {
  const labels: Label[] = [];
  let cursor: string | null | undefined;
  do {
    const { body } = await call(`/labels?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`, { key });
    labels.push(...(body.data as Label[]));
    cursor = body.next_cursor;
  } while (cursor);
  return labels;
}

/** The error that an answer carries, in short. */
export function errorOf({ status, body }: Reply): [number, string | undefined, string | undefined, string | undefined] {
  return [status, body.error?.type, body.error?.code, body.error?.param];
}
