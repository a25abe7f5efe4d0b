import type { Profiler } from 'node:inspector';
import { escaped } from './escaped';
import { frameName } from './frameName';

const WIDTH = 1200;
const ROW = 16;
/** Narrower than this nothing can be seen of a function, in pixels. */
const NARROWEST = 0.5;
const LETTER = 6.5;
/** No node has it. */
const NONE = -1;
const COLORS = { ours: '#f59e0b', other: '#e5e7eb' };

/** A function where it was called, with all that it called. */
interface Frame {
  readonly name: string;
  readonly isOurs: boolean;
  ms: number;
  readonly called: Map<string, Frame>;
}

/** Draws who called whom in a CPU profile, and how long it took: the wider, the longer. What is idle is left out. */
export function flameGraph(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  isOurs: (url: string) => boolean,
): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const root: Frame = { name: 'all', isOurs: false, ms: 0, called: new Map() };
  for (const [index, sample] of samples.entries()) {
    const path: Profiler.ProfileNode[] = [];
    for (let node = byId.get(sample); node; node = byId.get(parents.get(node.id) ?? NONE)) {
      path.unshift(node);
    }
    if (path.at(-1)?.callFrame.functionName !== '(idle)') {
      add(root, path.slice(1), (timeDeltas[index] ?? 0) / 1000, isOurs);
    }
  }
  const drawn = boxes(root, 0, 0, WIDTH / root.ms);
  const height = (Math.max(...drawn.map(({ depth }) => depth)) + 1) * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11">
${drawn.map(({ svg }) => svg).join('\n')}
</svg>
`;
}

function add(root: Frame, path: readonly Profiler.ProfileNode[], ms: number, isOurs: (url: string) => boolean): void {
  let frame = root;
  frame.ms += ms;
  for (const { callFrame } of path) {
    const name = frameName(callFrame);
    const called: Frame = frame.called.get(name) ?? { name, isOurs: isOurs(callFrame.url), ms: 0, called: new Map() };
    frame.called.set(name, called);
    called.ms += ms;
    frame = called;
  }
}

function boxes(frame: Frame, x: number, depth: number, scale: number): { depth: number; svg: string }[] {
  const width = frame.ms * scale;
  if (width < NARROWEST) {
    return [];
  }
  const words = escaped(frame.name);
  const shown = escaped(frame.name.slice(0, Math.floor(width / LETTER) - 1));
  const color = frame.isOurs ? COLORS.ours : COLORS.other;
  const own = `<g><title>${words}: ${frame.ms.toFixed(1)} ms</title><rect x="${x.toFixed(1)}" y="${depth * ROW}" width="${width.toFixed(1)}" height="${ROW - 1}" fill="${color}"/><text x="${(x + 2).toFixed(1)}" y="${depth * ROW + 11}">${width > 3 * LETTER ? shown : ''}</text></g>`;
  let left = x;
  const called = [...frame.called.values()].flatMap((next) => {
    const at = left;
    left += next.ms * scale;
    return boxes(next, at, depth + 1, scale);
  });
  return [{ depth, svg: own }, ...called];
}
