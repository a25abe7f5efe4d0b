import type { Course } from './fleet';

const WIDTH = 720;
const HEIGHT = 220;
const LEFT = 50;
const BOTTOM = 30;
const TOP = 30;
/** So many points are seen; of each span of time the lowest level is drawn. */
const POINTS = 240;

/** The level of the bucket over time, and the reserve. */
export function plot({ scenario, arrivals }: Course): string {
  const end = Math.max(...arrivals.map(({ at }) => at));
  const lowest = new Map<number, number>();
  for (const { at, level } of arrivals) {
    const point = Math.floor((at / end) * POINTS);
    lowest.set(point, Math.min(lowest.get(point) ?? Infinity, level));
  }
  const x = (seconds: number) => Math.round(LEFT + (seconds / end) * (WIDTH - LEFT - 10));
  const y = (level: number) => Math.round(HEIGHT - BOTTOM - (level / scenario.limit) * (HEIGHT - BOTTOM - TOP));
  const points = [...lowest]
    .sort(([a], [b]) => a - b)
    .map(([point, level]) => `${x((point / POINTS) * end)},${y(level)}`);
  const reserve = arrivals[0]?.reserve ?? 0;
  const text = (at: number, height: number, words: string, anchor = 'end') =>
    `<text x="${at}" y="${height}" text-anchor="${anchor}">${words}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
${text(WIDTH / 2, 18, scenario.name, 'middle')}
${text(LEFT - 6, y(0) + 4, '0')}
${text(LEFT - 6, y(reserve) + 4, String(reserve))}
${text(LEFT - 6, y(scenario.limit) + 4, String(scenario.limit))}
${text(WIDTH - 10, HEIGHT - 10, `${end.toFixed(0)} s`)}
<line x1="${LEFT}" y1="${y(0)}" x2="${WIDTH - 10}" y2="${y(0)}" stroke="#6b7280"/>
<line x1="${LEFT}" y1="${y(reserve)}" x2="${WIDTH - 10}" y2="${y(reserve)}" stroke="#dc2626" stroke-dasharray="4"/>
<polyline fill="none" stroke="#2563eb" points="${points.join(' ')}"/>
</svg>
`;
}
