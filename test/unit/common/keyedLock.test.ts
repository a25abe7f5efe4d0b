import { describe, expect, it } from 'vitest';
import { KeyedLock } from '../../../src/common/keyedLock';

describe('one thing at a time for each id', () => {
  it('leaves out what something goes on for, and does nothing where that is all', async () => {
    const once = new KeyedLock();
    let end: (result: string) => void = () => undefined;
    const first = once.run(['a', 'b'], () => new Promise<string>((resolve) => (end = resolve)));

    expect(await once.run(['b', 'c', 'a'], (free) => Promise.resolve([...free]))).toEqual(['c']);
    expect(await once.run(['a', 'b'], () => expect.unreachable())).toBeUndefined();

    end('done');
    expect(await first).toBe('done');
    expect(await once.run(['a', 'b', 'c'], (free) => Promise.resolve([...free]))).toEqual(['a', 'b', 'c']);
  });

  it('does nothing for nothing', async () => {
    expect(await new KeyedLock().run([], () => expect.unreachable())).toBeUndefined();
  });

  it('starts again after a failure', async () => {
    const once = new KeyedLock();
    await expect(once.run(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');

    expect(await once.run(['a'], () => Promise.resolve('again'))).toBe('again');
  });
});
