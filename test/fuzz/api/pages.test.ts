import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { followCursor } from '../../../src/api/pages';
import type { Label, LabelPage } from '../../../src/api/schema';
import { anyLabel } from '../labels';
import { property } from '../property';
import { anyText } from '../text';

interface Followed {
  readonly labels: readonly Label[];
  readonly asked: readonly (string | undefined)[];
  readonly emptyPages: number;
}

async function follow(pageAfter: (cursor: string | undefined, request: number) => LabelPage): Promise<Followed> {
  const labels: Label[] = [];
  const asked: (string | undefined)[] = [];
  let emptyPages = 0;
  const pages = followCursor((cursor) => {
    asked.push(cursor);
    return Promise.resolve(pageAfter(cursor, asked.length - 1));
  });
  for await (const page of pages) {
    labels.push(...page);
    emptyPages += Number(page.length === 0);
  }
  return { labels, asked, emptyPages };
}

const ids = (labels: readonly Label[]) => labels.map(({ id }) => id);

describe('following the cursor', () => {
  property(
    'gives a list as it is, whatever the pages are cut into and the cursors look like',
    fc.record({
      labels: fc.uniqueArray(anyLabel, { maxLength: 30, selector: ({ id }) => id }),
      size: fc.integer({ min: 1, max: 7 }),
      salt: anyText,
    }),
    async ({ labels, size, salt }) => {
      const { labels: found, asked } = await follow((cursor) => {
        const start = cursor === undefined ? 0 : Number(cursor.slice(salt.length));
        const isMore = start + size < labels.length;
        const next_cursor = isMore ? `${salt}${start + size}` : null;
        return { data: labels.slice(start, start + size), has_more: isMore, next_cursor };
      });
      expect(found).toEqual(labels);
      expect(asked).toHaveLength(Math.max(1, Math.ceil(labels.length / size)));
    },
  );

  property(
    'gives each label once and comes to an end, however odd the server is',
    fc.array(
      fc.record({
        data: fc.array(fc.nat(8), { maxLength: 4 }),
        has_more: fc.boolean(),
        next_cursor: fc.option(fc.oneof(fc.constantFrom('a', 'b', ''), anyText), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    async (script) => {
      const labelOf = (number: number) => ({ id: `lbl_${number}` }) as Label;
      const pages = script.map((page) => ({ ...page, data: page.data.map(labelOf) }));
      // Behind its end the script goes on for ever, each time with another cursor and no news.
      const endless = (request: number) => ({ data: [labelOf(0)], has_more: true, next_cursor: `more ${request}` });
      const { labels, asked, emptyPages } = await follow((_, request) => pages[request] ?? endless(request));
      const seen = pages.slice(0, asked.length).flatMap(({ data }) => data);
      const all = asked.length > pages.length ? [...seen, labelOf(0)] : seen;
      expect(ids(labels)).toEqual([...new Set(ids(all))]);
      expect(new Set(asked).size).toBe(asked.length);
      expect(emptyPages).toBe(0);
      // One page behind the end may have news, and ten that have none are enough.
      expect(asked.length).toBeLessThanOrEqual(pages.length + 11);
    },
  );
});
