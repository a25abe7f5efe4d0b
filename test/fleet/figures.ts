import { floorOf } from './floor';
import type { Arrival, Course } from './fleet';

export interface Figures {
  readonly name: string;
  /** Production’s writes, and how many of them were refused. */
  readonly production: number;
  readonly productionRefused: number;
  /** Our own. */
  readonly writes: number;
  readonly refused: number;
  /** The fewest tokens that were ever left. */
  readonly lowest: number;
  /** How many of our writes left less than the reserve, though production’s last burst had been told to their editor. */
  readonly intoReserve: number;
  /** The deepest of them, in tokens below the reserve. */
  readonly depth: number;
  readonly seconds: number;
  readonly floor: number;
  /** Jain’s index; undefined where all wrote together too short to tell. */
  readonly fairness: number | undefined;
}

/** What the full bucket had above the reserve counts as used up at so many times the reserve. */
const SURPLUS_GONE = 1.3;
/** An editor has to have written so many on average while all did, so that fairness can be told. */
const LEAST_TO_COMPARE = 4;

export function figuresOf(course: Course): Figures {
  const { arrivals, scenario, ends, starts } = course;
  const ours = arrivals.filter(({ editor }) => editor !== undefined);
  const theirs = arrivals.filter(({ editor }) => editor === undefined);
  const intoReserve = knowinglyIntoReserve(course);
  const from = Math.min(...starts);
  return {
    name: scenario.name,
    production: theirs.length,
    productionRefused: theirs.filter(({ isRefused }) => isRefused).length,
    writes: ours.length,
    refused: ours.filter(({ isRefused }) => isRefused).length,
    lowest: Math.min(...arrivals.map(({ level }) => level)),
    intoReserve: intoReserve.length,
    depth: Math.max(0, ...intoReserve.map(({ level, reserve }) => reserve - level)),
    seconds: Math.max(...ends) - from,
    floor: floorOf(course) - from,
    fairness: fairnessOf(course),
  };
}

function knowinglyIntoReserve({ arrivals, scenario: { production, answerMs } }: Course): readonly Arrival[] {
  const toldAt = new Map<number, number>();
  let isAfterBurst = false;
  return arrivals.filter(({ at, editor, level, reserve, sentAt }) => {
    if (editor === undefined) {
      isAfterBurst = production === 'bursts';
      toldAt.clear();
      return false;
    }
    const isKnown = !isAfterBurst || sentAt >= (toldAt.get(editor) ?? Infinity);
    toldAt.set(editor, Math.min(toldAt.get(editor) ?? Infinity, at + (answerMs * 0.6) / 1000));
    return level < reserve && isKnown;
  });
}

/** By how many each editor has written while all did. */
function fairnessOf({ arrivals, scenario: { editors, fates = {} }, starts, ends }: Course): number | undefined {
  const isUsedUp = arrivals.find(({ at, level, reserve }) => at >= 0 && level < reserve * SURPLUS_GONE);
  const from = Math.max(...starts, isUsedUp?.at ?? Infinity);
  const all = starts.map((_, editor) => editor).filter((editor) => !fates[editor]);
  const to = Math.min(...all.map((editor) => ends[editor] ?? 0));
  const counts = new Map(all.map((editor) => [editor, 0]));
  for (const { at, editor, isRefused } of arrivals) {
    if (editor !== undefined && !isRefused && at > from && at < to && counts.has(editor)) {
      counts.set(editor, (counts.get(editor) ?? 0) + 1);
    }
  }
  const sum = [...counts.values()].reduce((total, count) => total + count, 0);
  const squares = [...counts.values()].reduce((total, count) => total + count ** 2, 0);
  return editors > 1 && sum >= LEAST_TO_COMPARE * counts.size ? sum ** 2 / (counts.size * squares) : undefined;
}
