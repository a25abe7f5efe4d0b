import type * as v from 'valibot';

/** One endpoint, called. */
export interface Call<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base URL, from the slash on; what comes from outside is encoded. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object | undefined;
  /** Makes a POST that is sent twice take effect once (API: Labels, POST). */
  readonly idempotencyKey?: string | undefined;
  /** What the body of a 2xx has to look like. */
  readonly schema: v.GenericSchema<unknown, T>;
}

/** The path as a log may have it: a cursor is opaque and may contain anything. */
export function loggedPath({ path }: Call<unknown>): string {
  return path.replace(/cursor=.*/, 'cursor=…');
}
