import type { Target } from '../benchmark';
import { summarize, type Summary } from '../statistics';

/** The median, and the middle half of the samples where there are several: `12.3 ms (11.9–12.8)`. */
export function measured(samples: readonly number[], unit: string): string {
  const { median, lowerQuartile, upperQuartile } = summarize(samples);
  const { divisor, name } = scaleOf(unit, median);
  const spread =
    lowerQuartile === upperQuartile ? '' : ` (${short(lowerQuartile / divisor)}–${short(upperQuartile / divisor)})`;
  return `${short(median / divisor)} ${name}${spread}`.trim();
}

/** What a target is judged by, with the least and the most of the single rounds: `1.08 × (1.05–1.12)`. */
export function judgedFigure(target: Target, { median, least, most }: Summary, unit: string): string {
  const isRatio = target.judge === 'ratio' || target.judge === 'speedup';
  const { divisor, name } = isRatio ? { divisor: 1, name: '×' } : scaleOf(unit, median);
  const text = (value: number) => (isRatio ? value.toFixed(3) : short(value / divisor));
  return `${text(median)} ${name}${least === most ? '' : ` (${text(least)}–${text(most)})`}`.trim();
}

function scaleOf(unit: string, value: number): { divisor: number; name: string } {
  if (unit !== 'bytes') {
    return { divisor: 1, name: unit };
  }
  return Math.abs(value) < 1024 * 1024 ? { divisor: 1024, name: 'KB' } : { divisor: 1024 * 1024, name: 'MB' };
}

/** Three digits that count, and all those before the point. */
function short(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}
