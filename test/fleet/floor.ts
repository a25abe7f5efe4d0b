import { MAX_PARALLEL } from '../../src/api/rateLimit/writeLimiter';
import { AdjustableBucket } from '../kirim/organization/adjustableBucket';
import type { Course } from './fleet';
import { productionOf, reserveOf } from './scenario';

/**
 * When the same writes would have been through, in seconds from the beginning, if one that sees into the bucket had sent
 * them: each as soon as there is a token above the reserve and an editor that has started, is awake and has a place among its
 * eight on their way. Production sends as it did.
 */
export function floorOf({ scenario, arrivals, starts, productionStart }: Course): number {
  const { answerMs, change, fates = {} } = scenario;
  let ms = 0;
  const bucket = new AdjustableBucket({ now: () => ms }, scenario.limit);
  let reserve = reserveOf(scenario.limit);
  const left = starts.map(() => 0);
  for (const { editor, isRefused } of arrivals) {
    if (editor !== undefined && !isRefused) {
      left[editor] = (left[editor] ?? 0) + 1;
    }
  }
  const onTheirWay: number[][] = starts.map(() => []);
  const { burst, everySeconds } = productionOf(scenario);
  let productionAt = burst > 0 ? productionStart * 1000 : Infinity;
  let changeAt = (change?.at ?? Infinity) * 1000;
  const wakesAt = (editor: number): number => {
    const [from, to] = fates[editor]?.sleeps ?? [Infinity, Infinity];
    const start = (starts[editor] ?? 0) * 1000;
    return ms >= from * 1000 && ms < to * 1000 ? to * 1000 : start;
  };
  let last = 0;
  let turn = 0;
  for (;;) {
    if (ms >= changeAt) {
      bucket.setLimit(change?.limit ?? bucket.limit);
      reserve = reserveOf(bucket.limit);
      changeAt = Infinity;
    }
    while (ms >= productionAt) {
      for (let message = 0; message < burst; message++) {
        bucket.take();
      }
      productionAt += everySeconds * 1000;
    }
    let next = Math.min(productionAt, changeAt);
    for (;;) {
      let chosen: number | undefined;
      for (const [editor, count] of left.entries()) {
        if (count === 0) {
          continue;
        }
        const away = onTheirWay[editor] ?? [];
        while ((away[0] ?? Infinity) <= ms) {
          away.shift();
        }
        const readyAt = Math.max(wakesAt(editor), away.length < MAX_PARALLEL ? 0 : (away[0] ?? 0));
        if (readyAt > ms) {
          next = Math.min(next, readyAt);
        } else if (
          chosen === undefined ||
          (editor - turn + left.length) % left.length < (chosen - turn + left.length) % left.length
        ) {
          chosen = editor;
        }
      }
      if (chosen === undefined) {
        break;
      }
      const missing = reserve + 1 - bucket.level();
      if (missing > 1e-9) {
        next = Math.min(next, ms + Math.ceil((missing / bucket.limit) * 60_000));
        break;
      }
      bucket.take();
      turn = chosen + 1;
      left[chosen] = (left[chosen] ?? 0) - 1;
      last = ms + answerMs;
      onTheirWay[chosen]?.push(last);
    }
    if (left.every((count) => count === 0)) {
      return last / 1000;
    }
    ms = next;
  }
}
