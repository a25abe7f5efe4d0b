/** Work was given up: its time was over, or the caller's signal was aborted. */
export class InterruptedError extends Error {
  constructor(readonly by: 'deadline' | 'caller') {
    super(`Interrupted by the ${by}`);
  }
}

/**
 * Runs `work` for at most `ms` milliseconds, and no longer than until `caller` is aborted.
 *
 * Not `AbortSignal.any([caller, AbortSignal.timeout(ms)])`: in Node 20 the timeout inside it can be collected as
 * garbage, and then never fires (nodejs/node#57736). And the work is raced as well as signalled, since a patched
 * `fetch` may stop listening to its signal once the headers are there.
 *
 * @throws InterruptedError whatever error the work itself makes of the interruption.
 */
export async function within<T>(
  ms: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (caller?.aborted) {
    throw new InterruptedError('caller');
  }
  const controller = new AbortController();
  let interrupt: (by: 'deadline' | 'caller') => void = () => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = (by) => {
      reject(new InterruptedError(by));
      controller.abort();
    };
  });
  const onAbort = (): void => {
    interrupt('caller');
  };
  const timer = setTimeout(() => {
    interrupt('deadline');
  }, ms);
  caller?.addEventListener('abort', onAbort);
  try {
    // Rejected first, the interruption also wins over the AbortError that the work ends with.
    return await Promise.race([interrupted, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', onAbort);
  }
}
