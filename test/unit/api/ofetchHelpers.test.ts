import { expect, it } from 'vitest';
import destr, { withBase, withQuery } from '../../../src/api/ofetchHelpers';

it.each([destr, withBase, withQuery])('says what is wrong, should a newer ofetch call what is left out', (helper) => {
  expect(helper).toThrow(/whole addresses.*read text/);
});
