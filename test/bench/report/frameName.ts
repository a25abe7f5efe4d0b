import type { Profiler } from 'node:inspector';

/** What a function of a CPU profile is called in a report: its name, and its file’s. */
export function frameName({ functionName, url }: Profiler.Profile['nodes'][number]['callFrame']): string {
  return [functionName || '(no name)', url.split('/').at(-1)].join(' ');
}
