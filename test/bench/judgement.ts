import type { Row, Target } from './benchmark';
import { pairs, summarize, type Summary } from './statistics';

/** A target, and how near the samples came to it. */
export interface Judgement {
  readonly target: Target;
  /** Of the figures of the single rounds, each of which compares what was measured right after one another. */
  readonly figure: Summary;
  readonly met: boolean;
}

export function judge(row: Row, target: Target): Judgement {
  const figure = summarize(figuresOf(row, target));
  const { atMost = Infinity, atLeast = -Infinity } = target;
  return { target, figure, met: figure.median <= atMost && figure.median >= atLeast };
}

function figuresOf({ what, ours, others }: Row, target: Target): readonly number[] {
  if (target.judge === 'value') {
    return ours.samples;
  }
  const other = others.find(({ name }) => name === target.of);
  if (!other) {
    throw new Error(`"${what}" is not compared with "${target.of}".`);
  }
  switch (target.judge) {
    case 'ratio':
      return pairs(ours.samples, other.samples, (a, b) => a / b);
    case 'speedup':
      return pairs(ours.samples, other.samples, (a, b) => b / a);
    case 'difference':
      return pairs(ours.samples, other.samples, (a, b) => a - b);
  }
}
