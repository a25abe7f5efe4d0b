import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { JournalEntry } from '../../../src/journal/entry';
import { isRetired } from '../../../src/labels/retired';
import { planRestoration, planRetirement, type FittedUpdate } from '../../../src/operations/retirement';
import { anyLabel, organizationOf } from '../labels';
import { property } from '../property';

const prefixes = fc.constantFrom('[retired] ', '[retired]', '🗑 ', 'x', '(2) ', '\u202E-');

/** Names that come close to each other, to the limit and to what the prefix makes of others. */
const crowded = fc
  .tuple(
    anyLabel,
    fc.option(fc.constantFrom('A', 'A ', ' A', 'A (2)', 'x'.repeat(50), `${'x'.repeat(39)}…`, '[retired] A', '…')),
  )
  .map(([label, name]): Label => ({ ...label, name: name ?? label.name }))
  // Behind the mark there has to be a name that can be seen.
  .filter(({ name }) => name.trim() !== '');

const setting = fc
  .record({ all: organizationOf(crowded, 10), prefix: prefixes })
  .chain(({ all, prefix }) =>
    fc.record({ all: fc.constant(all), prefix: fc.constant(prefix), chosen: fc.shuffledSubarray(all) }),
  );

function carriedOut(all: readonly Label[], plan: readonly FittedUpdate[]): Label[] {
  const byId = new Map(plan.map((renaming) => [renaming.label.id, renaming]));
  return all.map((label) => {
    const { name, color } = byId.get(label.id) ?? label;
    return { ...label, name, color };
  });
}

const journalOf = (plan: readonly FittedUpdate[]) =>
  plan.map(({ label }): JournalEntry => ({
    run: 'r',
    act: 'retire',
    label,
    startedAt: '2026-01-01T00:00:00Z',
    outcome: 'done',
  }));

const places = (labels: readonly Label[]) => labels.map(({ team_id, name }) => `${team_id}\n${name}`);

function expectPossible(all: readonly Label[], plan: readonly FittedUpdate[]): void {
  const after = carriedOut(all, plan);
  expect(new Set(places(after)).size).toBe(all.length);
  // One after the other, in whatever order: no name may be another label's before it is given up.
  const before = new Set(places(all));
  for (const { label, name, wanted, problem } of plan) {
    expect(Array.from(name).length).toBeLessThanOrEqual(50);
    expect(name === label.name || !before.has(`${label.team_id}\n${name}`)).toBe(true);
    expect(problem === undefined).toBe(name === wanted);
  }
}

describe('retiring', () => {
  property('plans names that KirimChat takes, in whatever order they are sent', setting, ({ all, chosen, prefix }) => {
    const plan = planRetirement(chosen, all, prefix);
    expectPossible(all, plan);
    expect(plan.map(({ label }) => label)).toEqual(chosen.filter((label) => !isRetired(label, prefix)));
    expect(plan.every(({ name, color }) => name.startsWith(prefix) && color === 'gray')).toBe(true);
  });

  property('is undone by restoring: names and colors are as they were', setting, ({ all, chosen, prefix }) => {
    const retirement = planRetirement(chosen, all, prefix);
    const retired = carriedOut(all, retirement);
    const ids = new Set(retirement.map(({ label }) => label.id));
    const marked = retired.filter((label) => ids.has(label.id));
    const restoration = planRestoration(marked, retired, prefix, journalOf(retirement));
    expect(carriedOut(retired, restoration)).toEqual(all);
  });

  property('plans names to restore that KirimChat takes, without a journal too', setting, ({ all, chosen, prefix }) => {
    const plan = planRestoration(chosen, all, prefix, []);
    expectPossible(all, plan);
    expect(plan.map(({ label }) => label)).toEqual(chosen.filter((label) => isRetired(label, prefix)));
    expect(plan.every(({ label, color }) => color === label.color)).toBe(true);
  });
});
