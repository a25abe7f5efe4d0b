import { describe, expect, it } from 'vitest';
import { byName, haveSameTimes, lookAlike } from '../../../src/labels/labelOrder';
import { label } from './fakes';

describe('the order of labels', () => {
  it('is by id where names are equal, whatever order they came in', () => {
    const [first, second, third] = ['lbl_1', 'lbl_2', 'lbl_3'].map((id) => label('VIP', { id }));
    expect.assert(first && second && third);

    for (const labels of [
      [third, first, second],
      [second, third, first],
      [third, second, first],
    ]) {
      expect(labels.sort(byName('en'))).toEqual([first, second, third]);
    }
  });

  it('is that of the language', () => {
    const names = (locale: string) => [label('ö'), label('z')].sort(byName(locale)).map(({ name }) => name);

    expect(names('de')).toEqual(['ö', 'z']);
    expect(names('sv')).toEqual(['z', 'ö']);
  });
});

describe('two lists', () => {
  const [a, b] = [label('a'), label('b')];

  it('look alike where nothing differs that is shown', () => {
    expect(lookAlike([a, b], [{ ...a, updated_at: '2027-01-01T00:00:00Z' }, { ...b }])).toBe(true);
    expect(lookAlike([], [])).toBe(true);
    expect(haveSameTimes([a, b], [{ ...a, updated_at: '2027-01-01T00:00:00Z' }, { ...b }])).toBe(false);
    expect(haveSameTimes([a, b], [{ ...a, created_at: '' }, { ...b }])).toBe(true);
  });

  it.each([
    ['one is missing', [a]],
    ['one is new', [a, b, label('c')]],
    ['the order is another one', [b, a]],
    ['one is another label', [a, { ...b, id: 'lbl_x' }]],
    ['one has another name', [a, { ...b, name: 'x' }]],
    ['one has another color', [{ ...a, color: 'red' }, b]],
  ])('differ where %s', (_, others) => {
    expect(lookAlike([a, b], others)).toBe(false);
  });
});
