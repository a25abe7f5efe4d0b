import type * as v from 'valibot';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One endpoint, called. */
export interface Call<T> {
  readonly method: Method;
  /** Below the base URL, from the slash on; what comes from outside is encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** What the body of a 2xx has to look like. */
  readonly schema: v.GenericSchema<unknown, T>;
}

/** The path as a log may have it: a cursor is opaque, so nobody knows what is in it. */
export function loggedPath({ path, query }: Call<unknown>): string {
  if (query === undefined) {
    return path;
  }
  const shown = Object.entries(query).map(([name, value]) => `${name}=${name === 'cursor' ? '…' : value}`);
  return `${path}?${shown.join('&')}`;
}
