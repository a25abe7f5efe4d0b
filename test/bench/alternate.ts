import type { Series } from './benchmark';

/** One of the things that are compared. */
export interface Candidate {
  readonly name: string;
  /** Takes part in so many rounds only, the first ones: for what takes minutes. */
  readonly rounds?: number;
  /** Measures once. @returns the sample. */
  measure(): Promise<number>;
}

export interface Rounds {
  readonly rounds: number;
  /** Rounds before them that do not count. */
  readonly warmUps?: number;
}

/**
 * Measures the candidates in turns within one run. The order changes from round to round, so that a machine that becomes
 * slower, and what a candidate leaves behind for the next one, hit all of them alike.
 *
 * @returns in the order of the candidates.
 */
export async function alternate(
  candidates: readonly Candidate[],
  { rounds, warmUps = 0 }: Rounds,
): Promise<readonly Series[]> {
  const series = candidates.map(({ name }) => ({ name, samples: [] as number[] }));
  const entries = candidates.map((candidate, index) => ({ candidate, samples: series[index]?.samples }));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { candidate, samples } of inTurn(entries, round + warmUps)) {
      if (round < (candidate.rounds ?? Infinity)) {
        const sample = await candidate.measure();
        if (round >= 0) {
          samples?.push(sample);
        }
      }
    }
  }
  return series;
}

/** Each one is first, and last, as often as any other: there and back, then the same from the next one on. */
function inTurn<T>(all: readonly T[], round: number): readonly T[] {
  const first = Math.floor(round / 2) % all.length;
  const turned = [...all.slice(first), ...all.slice(0, first)];
  return round % 2 === 0 ? turned : turned.reverse();
}

/** What `alternate` gave back, of candidates that are all there. @throws Error where one is not. */
export function seriesOf(all: readonly Series[], name: string): Series {
  const found = all.find((series) => series.name === name);
  if (!found) {
    throw new Error(`Nothing was measured under the name "${name}".`);
  }
  return found;
}
