/** The middle of samples, and how far they spread. */
export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

export function summarize(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? NaN;
    const above = sorted[Math.ceil(place)] ?? NaN;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { median: at(0.5), least: at(0), most: at(1), lowerQuartile: at(0.25), upperQuartile: at(0.75) };
}

/** One figure for each round in which both took part. */
export function pairs(
  ours: readonly number[],
  other: readonly number[],
  figure: (ours: number, other: number) => number,
): number[] {
  const both = Math.min(ours.length, other.length);
  return ours.slice(0, both).map((sample, round) => figure(sample, other[round] ?? NaN));
}

/** The slope of a straight line through points on logarithmic axes: 1 is linear growth, 2 quadratic. */
export function logLogSlope(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
