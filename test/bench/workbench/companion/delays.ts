import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

/** How long other things in this process had to wait for their turn. */
export class Delays {
  #histogram: IntervalHistogram | undefined;

  watch(): void {
    this.#histogram = monitorEventLoopDelay({ resolution: 1 });
    this.#histogram.enable();
  }

  /** The longest since `watch`, in milliseconds; no more are watched. */
  longest(): number {
    this.#histogram?.disable();
    return (this.#histogram?.max ?? NaN) / 1e6;
  }
}
