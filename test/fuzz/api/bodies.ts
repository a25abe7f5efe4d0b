import fc from 'fast-check';
import { anyText } from '../text';

/** Whatever JSON can say, and nothing. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(fc.jsonValue({ maxDepth: 3 }), anyText);

/** A value that is nearly right: now and then one part of it is another one, or missing. */
export function nearly(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 1, arbitrary: right }, { weight: 2, arbitrary: right.chain(spoiled) });
}

function spoiled(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) {
    return anyJson;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) {
    return anyJson;
  }
  const entries = value as Record<string, unknown>;
  return fc.oneof(
    { weight: 1, arbitrary: anyJson },
    {
      weight: 6,
      arbitrary: fc
        .constantFrom(...keys)
        .chain((key) =>
          fc.oneof(
            { weight: 3, arbitrary: spoiled(entries[key]).map((part) => replaced(value, key, part)) },
            { weight: 1, arbitrary: fc.constant(replaced(value, key, undefined)) },
          ),
        ),
    },
  );
}

/** Without the key, where there is nothing to put there; of an array the place stays and holds null. */
function replaced(value: object, key: string, part: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (String(index) === key ? (part ?? null) : item));
  }
  const copy: Record<string, unknown> = { ...value };
  if (part === undefined) {
    Reflect.deleteProperty(copy, key);
  } else {
    copy[key] = part;
  }
  return copy;
}

/** How a body arrives: as it was sent, cut short, behind a byte order mark, as something else, or not at all. */
export function arriving(body: fc.Arbitrary<unknown>): fc.Arbitrary<string | undefined> {
  const text = body.map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: fc.tuple(text, fc.nat(200)).map(([whole, length]) => whole.slice(0, length)) },
    { weight: 1, arbitrary: fc.oneof(anyText, fc.constantFrom(undefined, '', '<!doctype html>', 'null', '[]', '0')) },
  );
}

/** `fetch` never gives a status below 200. */
export const anyStatus: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(200, 201, 204, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504),
  fc.integer({ min: 200, max: 999 }),
);

/** Text that a header can carry: Latin-1 without control characters. */
export const headerText: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom('0', '1', '5', '-1', '1.5', '60', '9007199254740993', '1e9', 'NaN', 'Infinity', '', '١'),
    fc.nat(100_000).map(String),
    fc.string({ maxLength: 20 }),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  )
  .map((text) => text.replace(/[^\x20-\x7e\xa0-\xff]/g, ''));

export const anyHeaders: fc.Arbitrary<Headers> = fc
  .dictionary(
    fc.constantFrom('x-request-id', 'retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'),
    headerText,
  )
  .map((entries) => new Headers(entries));
