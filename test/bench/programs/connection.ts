/** Where a client sends its requests, and with which key. */
export interface Connection {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** Runs work. @returns how long that took, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Does something with each id, so many at once, one after another in each lane. */
export async function inLanes(
  ids: readonly string[],
  lanes: number,
  act: (id: string) => Promise<unknown>,
): Promise<void> {
  const rest = ids.values();
  const lane = async () => {
    for (const id of rest) {
      await act(id);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
