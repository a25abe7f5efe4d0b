import fc from 'fast-check';
import type { Answer } from './act';
import type { World } from './world';

/** One step of what happens, which can be shown where a case fails. */
class Step implements fc.AsyncCommand<object, World> {
  readonly #name: string;
  readonly #run: (world: World) => unknown;

  constructor(name: string, run: (world: World) => unknown) {
    this.#name = name;
    this.#run = run;
  }

  check(): boolean {
    return true;
  }

  async run(_: object, world: World): Promise<void> {
    await this.#run(world);
    // What was begun has begun when the next step comes.
    await world.time.pass(0);
    world.check();
  }

  toString(): string {
    return this.#name;
  }
}

/** Steps of one kind, told apart by what they are made with. */
interface Kind<T> {
  /** The one that is made with this. */
  readonly of: (chosen: T) => Step;
}

/** Any step of one kind. */
export function steps<T>(
  name: string,
  choice: fc.Arbitrary<T>,
  run: (world: World, chosen: T) => unknown,
): fc.Arbitrary<Step> & Kind<T> {
  const of = (chosen: T) => new Step(`${name} ${JSON.stringify(chosen)}`, (world) => run(world, chosen));
  return Object.assign(choice.map(of), { of });
}

export const anAnswer: fc.Arbitrary<Answer> = fc.record({
  isYes: fc.oneof({ weight: 7, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  seconds: fc.constantFrom(0, 0, 0, 3, 40),
});
export const place = fc.nat(20);
export const where = fc.record({
  window: fc.nat(1),
  places: fc.uniqueArray(place, { minLength: 1, maxLength: 5 }),
  answer: anAnswer,
});

/** Those at the places that there are, each once. */
export function at<T>(all: readonly T[], places: readonly number[]): T[] {
  const found = places.flatMap((number) => all[number % Math.max(1, all.length)] ?? []);
  return [...new Set(found)];
}
