import { describe, expect, it } from 'vitest';
import { FileNames, signOfLife } from '../../../../src/labels/journal/fileName';

describe('the names of files', () => {
  it('are in the order in which they were made, when they are sorted', () => {
    let now = 999_999_999_990;
    const names = new FileNames('window', () => now);
    const atOneTime = Array.from({ length: 12 }, () => names.nextSegment());
    now = 1_000_000_000_000;
    const later = names.nextHeartbeat();
    expect([later, ...atOneTime].sort()).toEqual([...atOneTime, later]);
  });

  it('tell which window was alive, and how far it had come', () => {
    const names = new FileNames('a-window', () => 1500.7);
    names.nextSegment();
    const name = names.nextHeartbeat();
    expect(signOfLife(name)).toEqual({ name, window: 'a-window', number: 2 });
  });

  it.each(['copy-1500-window-000001.alive', '1500-window-000001.jsonl.bak', '1500-window-000001.alive-2.alive~'])(
    'tell nothing where they are not ours: %s',
    (name) => {
      expect(signOfLife(name)).toBeUndefined();
    },
  );
});
