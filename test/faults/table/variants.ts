import type { Fault } from '../fault';

/**
 * Marks all faults of a table as much like another one, but for those of these names: each of them stands for others.
 *
 * @throws where there is none of a name.
 */
export function withVariants(faults: readonly Fault[], names: readonly string[]): readonly Fault[] {
  const unknown = names.filter((name) => !faults.some((fault) => fault.name === name));
  if (unknown.length > 0) {
    throw new Error(`There is no fault ${unknown.join(', ')}`);
  }
  return faults.map((fault) => ({ ...fault, isVariant: !names.includes(fault.name) }));
}
