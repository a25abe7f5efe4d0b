import { expect, it } from 'vitest';
import { ReadPace } from '../../../../src/api/rateLimit/readPace';

const answer = (limit: string, remaining: string, status = 200) => ({
  status,
  headers: new Headers({ 'x-ratelimit-limit': limit, 'x-ratelimit-remaining': remaining }),
});

it('lets pages follow each other until half of the read limit is left, and then as fast as it comes back', () => {
  let now = 0;
  const pace = new ReadPace({ now: () => now });
  expect(pace.waitMs).toBe(0);
  pace.update(answer('600', '301'));
  expect(pace.waitMs).toBe(0);
  pace.update(answer('600', '300'));
  expect(pace.waitMs).toBe(100);
  pace.update(answer('600', '0'));
  expect(pace.waitMs).toBe(30_100);
  now = 30_000;
  expect(pace.waitMs).toBe(100);
  now = 300_000;
  expect(pace.waitMs).toBe(0);
});

it('goes by no answer that failed, or that does not tell', () => {
  const pace = new ReadPace({ now: () => 0 });
  pace.update(answer('600', '0', 500));
  pace.update({ status: 200, headers: new Headers() });
  pace.update(answer('nonsense', '0'));
  expect(pace.waitMs).toBe(0);
});
