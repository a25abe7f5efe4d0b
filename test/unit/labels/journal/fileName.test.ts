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

  it('tell when which window was alive', () => {
    const name = new FileNames('a-window', () => 1500.7).nextHeartbeat();
    expect(signOfLife(name)).toEqual({ name, time: 1500, window: 'a-window' });
  });

  it.each(['copy-1500-window-000001.alive', '1500-window-000001.jsonl.bak', '1500-window-000001.alive-2.alive~'])(
    'tell nothing where they are not ours: %s',
    (name) => {
      expect(signOfLife(name)).toBeUndefined();
    },
  );
});
