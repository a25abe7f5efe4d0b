/** Why work was given up: its time was over, or the caller's signal was aborted. */
type Interruption = 'deadline' | 'caller';

/**
 * Runs `work` for at most `ms` milliseconds, and no longer than until `caller` is aborted.
 *
 * Not `AbortSignal.any([caller, AbortSignal.timeout(ms)])`: in Node 20 the timeout inside it can be collected as
 * garbage, and then never fires (nodejs/node#57736). And the work is raced as well as signalled, since a patched
 * `fetch` may stop listening to its signal once the headers are there.
 *
 * @returns the interruption, whatever error the work itself makes of it.
 */
export async function withDeadline<T>(
  ms: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | Interruption> {
  if (caller?.aborted) {
    return 'caller';
  }
  const controller = new AbortController();
  let stopListening = (): void => undefined;
  const interrupted = new Promise<Interruption>((resolve) => {
    const interrupt = (by: Interruption): void => {
      // Resolved first, the interruption also wins over the AbortError that the work ends with.
      resolve(by);
      controller.abort();
    };
    const onAbort = (): void => {
      interrupt('caller');
    };
    const timer = setTimeout(interrupt, ms, 'deadline');
    caller?.addEventListener('abort', onAbort);
    stopListening = () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onAbort);
    };
  });
  try {
    return await Promise.race([interrupted, work(controller.signal)]);
  } finally {
    stopListening();
  }
}
