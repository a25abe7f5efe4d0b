import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { ApiError } from '../../../src/api/errors';
import { followCursor, type LabelPage } from '../../../src/api/pages';
import type { Label, UnreadableRecord } from '../../../src/api/schema';
import { anyLabel } from '../labels';
import { property } from '../property';
import { anyText } from '../text';

interface Followed {
  readonly labels: readonly Label[];
  readonly unreadable: readonly UnreadableRecord[];
  readonly asked: readonly (string | undefined)[];
  readonly emptyPages: number;
  /** Why it ended before the list did. */
  readonly error?: unknown;
}

const REFUSED = new ApiError({
  kind: 'invalidRequest',
  code: 'invalid_cursor',
  attempts: 1,
  mayHaveTakenEffect: false,
});

/** @param pageAfter undefined where the cursor is refused. */
async function follow(
  pageAfter: (cursor: string | undefined, request: number) => LabelPage | undefined,
): Promise<Followed> {
  const labels: Label[] = [];
  const unreadable: UnreadableRecord[] = [];
  const asked: (string | undefined)[] = [];
  let emptyPages = 0;
  const pages = followCursor(
    (cursor) => {
      asked.push(cursor);
      const page = pageAfter(cursor, asked.length - 1);
      return page ? Promise.resolve(page) : Promise.reject(REFUSED);
    },
    (record) => unreadable.push(record),
  );
  try {
    for await (const page of pages) {
      labels.push(...page);
      emptyPages += Number(page.length === 0);
    }
  } catch (error) {
    return { labels, unreadable, asked, emptyPages, error };
  }
  return { labels, unreadable, asked, emptyPages };
}

const ids = (labels: readonly Label[]) => labels.map(({ id }) => id);

describe('following the cursor', () => {
  property(
    'gives a list as it is, whatever the pages are cut into and the cursors look like, also if one is refused once',
    fc.record({
      labels: fc.uniqueArray(anyLabel, { maxLength: 40, selector: ({ id }) => id }),
      size: fc.integer({ min: 1, max: 7 }),
      salt: anyText,
      refused: fc.option(fc.nat(45), { nil: undefined }),
    }),
    async ({ labels, size, salt, refused }) => {
      const pages = Math.max(1, Math.ceil(labels.length / size));
      const isRefused = refused !== undefined && refused > 0 && refused < pages;
      const {
        labels: found,
        asked,
        ...end
      } = await follow((cursor, request) => {
        if (isRefused && request === refused) {
          return undefined;
        }
        const start = cursor === undefined ? 0 : Number(cursor.slice(salt.length));
        const isMore = start + size < labels.length;
        const next_cursor = isMore ? `${salt}${start + size}` : undefined;
        return { labels: labels.slice(start, start + size), unreadable: [], has_more: isMore, next_cursor };
      });
      expect(end).not.toHaveProperty('error');
      expect(found).toEqual(labels);
      expect(asked).toHaveLength(pages + (isRefused ? refused + 1 : 0));
    },
  );

  property(
    'gives each label once, comes to an end however odd the server is, and says whether that was the end of the list',
    fc.array(
      fc.option(
        fc.record({
          data: fc.array(fc.nat(8), { maxLength: 4 }),
          bad: fc.array(fc.option(fc.nat(8)), { maxLength: 2 }),
          has_more: fc.constantFrom(true, true, false, undefined),
          next_cursor: fc.option(fc.oneof(fc.constantFrom('a', 'b', ''), anyText), { nil: undefined }),
        }),
        { freq: 8 },
      ),
      { minLength: 1, maxLength: 12 },
    ),
    async (script) => {
      const labelOf = (number: number) => ({ id: `lbl_${number}` }) as Label;
      const badOf = (number: number | null) => ({ id: number === null ? undefined : `bad_${number}`, field: 'name' });
      const pages = script.map(
        (page) => page && { ...page, labels: page.data.map(labelOf), unreadable: page.bad.map(badOf) },
      );
      // Behind its end the script goes on for ever, each time with another cursor and no news.
      const endless = (request: number): LabelPage => ({
        labels: [labelOf(0)],
        unreadable: [],
        has_more: true,
        next_cursor: `more ${request}`,
      });
      const { labels, unreadable, asked, emptyPages, error } = await follow((_, request) =>
        request < pages.length ? (pages[request] ?? undefined) : endless(request),
      );
      const got = asked.map((_, request) => (request < pages.length ? pages[request] : endless(request)));
      const all = got.flatMap((page) => page?.labels ?? []);
      expect(ids(labels)).toEqual([...new Set(ids(all))]);
      expect(emptyPages).toBe(0);

      const bad = got.flatMap((page) => page?.unreadable ?? []);
      const named = unreadable.flatMap(({ id }) => id ?? []);
      expect(named).toEqual([...new Set(bad.flatMap(({ id }) => id ?? []))]);
      const again = asked.indexOf(undefined, 1);
      const passes = again < 0 ? [got] : [got.slice(0, again), got.slice(again)];
      const nameless = passes.map(
        (pass) => pass.flatMap((page) => page?.unreadable ?? []).filter(({ id }) => !id).length,
      );
      expect(unreadable).toHaveLength(named.length + Math.max(...nameless));
      expect(passes.length).toBeLessThanOrEqual(2);
      for (const cursors of again < 0 ? [asked] : [asked.slice(0, again), asked.slice(again)]) {
        expect(new Set(cursors).size).toBe(cursors.length);
      }

      const last = got.at(-1);
      const isWhole = last?.has_more === false;
      expect(error === undefined).toBe(isWhole);
      if (!isWhole) {
        expect(error).toMatchObject({ kind: 'incomplete' });
      }
      // One page behind the end may have news, and ten that have none are enough; then all of it once more.
      expect(asked.length).toBeLessThanOrEqual(pages.length + 12);
    },
  );
});
