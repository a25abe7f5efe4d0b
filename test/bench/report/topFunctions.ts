import type { Profiler } from 'node:inspector';
import { frameName } from './frameName';

const TOP = 15;

/** The functions that took most time themselves in a CPU profile, one a line. */
export function topFunctions({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): string {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, frameName(callFrame)]));
  const micros = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? '';
    micros.set(name, (micros.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const sorted = [...micros].sort(([, a], [, b]) => b - a).slice(0, TOP);
  return sorted.map(([name, time]) => `${(time / 1000).toFixed(1).padStart(9)} ms  ${name}`).join('\n');
}
