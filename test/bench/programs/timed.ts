/** What a piece of work took. */
export interface Timing {
  /** By the clock. */
  readonly ms: number;
  /** Of the processor, in all threads of the process: what others do meanwhile is not in it. */
  readonly processorMs: number;
}

export async function timed(work: () => Promise<unknown>): Promise<Timing> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { ms, processorMs: (user + system) / 1000 };
}
