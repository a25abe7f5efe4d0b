import { describe, expect, it } from 'vitest';
import { Ids, LABEL_ID } from '../../../src/sample/server/ids';

const TIME = Date.parse('2026-01-05T02:00:00.000Z');

describe('ids', () => {
  it('have the form that the API promises and tell their time like a ULID', () => {
    const id = new Ids(1).next('lbl', 1469918176385); // The example of the ULID specification.
    expect(id).toMatch(LABEL_ID);
    expect(id.slice(4, 14)).toBe('01ARYZ6S41');
  });

  it('are all different and sort by time, also within one millisecond', () => {
    const ids = new Ids(1);
    const made = Array.from({ length: 5000 }, (_, index) => ids.next('lbl', TIME + Math.floor(index / 100)));
    expect(new Set(made).size).toBe(5000);
    expect([...made].sort()).toEqual(made);
  });

  it('are the same with the same seed and others with another', () => {
    expect(new Ids(7).next('lbl', TIME)).toBe(new Ids(7).next('lbl', TIME));
    expect(new Ids(7).next('lbl', TIME)).not.toBe(new Ids(8).next('lbl', TIME));
  });
});
