import type { Plot } from '../benchmark';
import { escaped } from './escaped';

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 70;
const RIGHT = 180;
const TOP = 40;
const BOTTOM = 50;
const COLORS = ['#2563eb', '#dc2626', '#059669', '#b45309', '#7c3aed', '#0d9488'];

/** Draws lines on logarithmic axes: what grows with its size as a straight line is one here, with a slope of 1. */
export function svg({ title, x, y, lines: all }: Plot): string {
  // What lies below the noise has no place on such an axis.
  const lines = all.map(({ name, points: own }) => ({ name, points: own.filter(([, value]) => value > 0) }));
  const points = lines.flatMap((line) => line.points);
  const across = scale(
    points.map(([value]) => value),
    LEFT,
    WIDTH - RIGHT,
  );
  const up = scale(
    points.map(([, value]) => value),
    HEIGHT - BOTTOM,
    TOP,
  );
  const parts = [
    text(WIDTH / 2, 22, title, 'middle'),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, x, 'middle'),
    text(LEFT, TOP - 8, y, 'middle'),
    ...across.ticks.flatMap((tick) => [
      rule(across.place(tick), TOP, across.place(tick), HEIGHT - BOTTOM),
      text(across.place(tick), HEIGHT - BOTTOM + 18, label(tick), 'middle'),
    ]),
    ...up.ticks.flatMap((tick) => [
      rule(LEFT, up.place(tick), WIDTH - RIGHT, up.place(tick)),
      text(LEFT - 6, up.place(tick) + 4, label(tick), 'end'),
    ]),
    ...lines.flatMap(({ name, points: own }, index) => {
      const color = COLORS[index % COLORS.length] ?? 'black';
      const places = own.map(([a, b]) => [across.place(a), up.place(b)] as const);
      return [
        `<polyline fill="none" stroke="${color}" stroke-width="2" points="${places.map((at) => at.join(',')).join(' ')}"/>`,
        ...places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${color}"/>`),
        text(WIDTH - RIGHT + 10, TOP + 20 + index * 20, name, 'start', color),
      ];
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
${parts.join('\n')}
</svg>
`;
}

/** From powers of ten to powers of ten. */
function scale(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
    place: (value: number) => Math.round(from + ((Math.log10(value) - low) / (high - low)) * (to - from)),
  };
}

function label(value: number): string {
  return value >= 1 ? value.toLocaleString('en-US') : String(Number(value.toPrecision(1)));
}

function rule(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#d1d5db"/>`;
}

function text(x: number, y: number, words: string, anchor: string, color = '#111827'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${color}">${escaped(words)}</text>`;
}
