import type { Simulation } from './support';

/**
 * How long a run takes at least, in seconds: what is above the reserve at once, the rest as it comes back.
 *
 * @param share of what comes back that is the run's.
 */
export function floorOf(labels: number, perMinute: number, reservePercent = 20, share = 1): number {
  return (labels - perMinute * (1 - reservePercent / 100)) / ((perMinute / 60) * share);
}

/** Prints the worst of some simulations of the same thing. */
export function print(what: string, floor: number, ...simulations: Simulation[]): void {
  const seconds = Math.max(...simulations.map((simulation) => simulation.seconds));
  const lowest = Math.min(...simulations.map((simulation) => simulation.lowest));
  const limited = Math.max(...simulations.map((simulation) => simulation.limited));
  const times = `${seconds.toFixed(1)} s, floor ${floor} s (${(seconds / floor).toFixed(3)})`;
  console.info(`${what}: ${times}, lowest level ${lowest.toFixed(2)}, ${limited} refused`);
}
