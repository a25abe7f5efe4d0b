import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/api/errors';
import { LabelRenamedError, RenameWatch } from '../../../src/labels/renameWatch';
import { label } from './fakes';
import { SimulatedClock } from './run/simulatedClock';
import { loaded } from './stores';

const [a, b] = [label('a'), label('b')];
const renamed = { ...b, name: 'B, for good' };

describe('A watch over the names in a run', () => {
  let clock: SimulatedClock;
  let watch: RenameWatch;
  let parts: Awaited<ReturnType<typeof loaded>>;

  beforeEach(async () => {
    clock = new SimulatedClock();
    parts = await loaded(a, b);
    watch = new RenameWatch([a, b], parts.store, clock);
  });

  const list = async (...labels: (typeof a)[]) => {
    parts.source.page(...labels);
    parts.source.end();
    await parts.store.refresh();
  };
  const turnOf = (whose: typeof a, signal?: AbortSignal) => watch.guard(whose, {}).turn?.(signal);

  it('holds back a label that the list has under another name, and no other', async () => {
    await turnOf(b);
    await list(a, renamed);
    await turnOf(a);
    await expect(turnOf(b)).rejects.toMatchObject({ name: 'LabelRenamedError', now: renamed });
  });

  it('lets it go ahead when it has its name back, another color, or is not there any more', async () => {
    await list(a, renamed);
    await list(a, b);
    await turnOf(b);
    await list(a, { ...b, color: 'red' });
    await turnOf(b);
    await list(a);
    await turnOf(b);
  });

  it('looks when it is the label’s turn, and not before', async () => {
    let go: () => void = () => undefined;
    const turn = watch.guard(b, { turn: () => new Promise((resolve) => (go = resolve)) }).turn?.(undefined);
    await list(a, renamed);
    go();
    await expect(turn).rejects.toThrow(LabelRenamedError);
  });

  it('has nothing to say where the run was stopped: that is known', async () => {
    await list(a, renamed);
    await turnOf(b, AbortSignal.abort());
  });

  it('does not hide an attempt that may have taken effect', async () => {
    const lost = new ApiError({ kind: 'network', attempts: 1, mayHaveTakenEffect: true });
    const limited = new ApiError({ kind: 'rateLimited', attempts: 1, mayHaveTakenEffect: false });
    await list(a, renamed);
    for (const [error, thrown] of [[lost, lost] as const, [limited, LabelRenamedError] as const]) {
      const told: unknown[] = [];
      const { onWait, turn } = watch.guard(b, { onWait: (wait) => told.push(wait) });
      onWait?.({ seconds: 1, error });
      expect(told).toEqual([{ seconds: 1, error }]);
      await expect(turn?.(undefined)).rejects.toThrow(thrown);
    }
    watch.guard(b, {}).onWait?.({ seconds: 1, error: lost });
  });

  it('does not believe a list that is older than what was agreed to', async () => {
    await list(a, { ...renamed, updated_at: '2025-12-31T23:59:59.999Z' });
    await turnOf(b);
    await list(a, { ...renamed, updated_at: 'nobody knows' });
    await expect(turnOf(b)).rejects.toThrow(LabelRenamedError);
  });

  it('loads the list again every half a minute, as long as the run goes on', async () => {
    const { source } = parts;
    for (const loads of [2, 3, 4]) {
      source.page(a, renamed);
      source.end();
      expect(source.requests).toBe(loads - 1);
      await clock.until(clock.sleep(30_000));
      expect(source.requests).toBe(loads);
    }
    await expect(turnOf(b)).rejects.toThrow(LabelRenamedError);
    watch.dispose();
    expect(clock.sleeping).toBe(0);
  });

  it('takes its time with a long list: a page a second', async () => {
    await list(...Array.from({ length: 5_000 }, (_, index) => label(`label ${index}`)));
    watch.dispose();
    const { source, store } = parts;
    watch = new RenameWatch([a], store, clock);
    const before = source.requests;
    await clock.until(clock.sleep(49_000));
    expect(source.requests).toBe(before);
    source.end();
    await clock.until(clock.sleep(1_000));
    expect(source.requests).toBe(before + 1);
  });
});
