import type { Series } from './benchmark';

/** One of the things that are compared. */
export interface Candidate<Sample = number> {
  readonly name: string;
  /** Takes part in so many rounds only, the first ones: for what takes minutes. */
  readonly rounds?: number;
  /** Measures once. @returns the sample. */
  readonly measure: () => Promise<Sample>;
}

export interface Rounds {
  readonly rounds: number;
  /** Rounds before them that do not count. */
  readonly warmUps?: number;
}

/** What was measured, by the names of the candidates. Index i is round i. */
export type Samples<Sample = number> = ReadonlyMap<string, readonly Sample[]>;

/**
 * Measures the candidates in turns within one run. The order changes from round to round, so that a machine that becomes
 * slower, and what a candidate leaves behind for the next one, hit all of them alike.
 */
export async function alternate<Sample>(
  candidates: readonly Candidate<Sample>[],
  { rounds, warmUps = 0 }: Rounds,
): Promise<Samples<Sample>> {
  const samples = new Map(candidates.map(({ name }) => [name, [] as Sample[]]));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const { name, measure, rounds: own = rounds } of inTurn(candidates, round)) {
      if (round < warmUps + own) {
        const sample = await measure();
        if (round >= warmUps) {
          samples.get(name)?.push(sample);
        }
      }
    }
  }
  return samples;
}

/** Each one is first, and last, as often as any other: there and back, then the same from the next one on. */
function inTurn<T>(all: readonly T[], round: number): readonly T[] {
  const first = Math.floor(round / 2) % all.length;
  const turned = [...all.slice(first), ...all.slice(0, first)];
  return round % 2 === 0 ? turned : turned.reverse();
}

/** One figure of each sample. @throws Error where nothing was measured under that name. */
export function series<Sample>(samples: Samples<Sample>, name: string, figure: (sample: Sample) => number): Series {
  const own = samples.get(name);
  if (!own) {
    throw new Error(`Nothing was measured under the name "${name}".`);
  }
  return { name, samples: own.map(figure) };
}
