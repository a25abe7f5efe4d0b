import { expect, it } from 'vitest';

import { duration } from '../../../../src/ui/messages/duration';

it.each([
  [0.2, '1 second'],
  [90, '90 seconds'],
  [119, '119 seconds'],
  [120, '2 minutes'],
  [7200, '2 hours'],
  [172_799, '48 hours'],
  [172_800, '2 days'],
  [365 * 86_400, '365 days'],
])('%d seconds are said as %s', (seconds, said) => {
  expect(duration(seconds)).toBe(said);
});
