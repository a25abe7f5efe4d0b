/** So many functions, at most, pass a call on before it is known who called; whole stacks are long, and take long. */
const FRAMES = 5;

/**
 * Where in the folder the function `callee` was called, as a line of a stack; undefined where that was elsewhere.
 *
 * @param between a file whose functions do not count as callers: they only pass the call on.
 */
export function callerIn(folder: string, callee: (...args: never[]) => unknown, between?: string): string | undefined {
  const trace: { stack?: string } = {};
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  Error.captureStackTrace(trace, callee);
  // It is only written out when it is read.
  const { stack = '' } = trace;
  Error.stackTraceLimit = stackTraceLimit;
  const calls = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const caller = calls.find((line) => between === undefined || !line.includes(between));
  return caller?.includes(folder) ? caller.trim() : undefined;
}
