import { describe, expect, it } from 'vitest';
import { asStoredKey } from '../../../src/accounts/storedKey';
import { SecretStorageError } from '../../../src/accounts/secretStorageError';

const apiKey = 'kdv_live_AAAA-AAAA_AAAAAAAAAAAAAA';

describe('a key that was stored', () => {
  it.each(['..', '../other', 'a/../b', 'C:\\x', 'A', '', 'x'.repeat(41), 'a\n'])(
    'does not name the folder of its journal by a path, or by what is no id: %j',
    (journalId) => {
      expect(asStoredKey({ apiKey, journalId })).toBeUndefined();
    },
  );

  it('names it by an id', () => {
    const key = { apiKey, journalId: '0f-9z' };
    expect(asStoredKey(key)).toEqual(key);
  });
});

it('is in no word of the error of a storage that quotes it', () => {
  const { message } = new SecretStorageError(new Error(`no room for ${apiKey}, nor for "${apiKey}"`));
  expect(message).toBe('Error: no room for …, nor for "…"');
});
