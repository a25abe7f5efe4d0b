import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/journal/entry';
import { isRetired } from '../../../src/labels/retired';
import { planRestoration, planRetirement, restorable } from '../../../src/operations/retirement';
import { label } from '../labels/fakes';

const PREFIX = '[retired] ';

/** Retires labels that are all the labels there are, but for `others`. */
const retired = (names: string[], others: string[] = []) => {
  const labels = names.map((name) => label(name));
  return planRetirement(labels, [...labels, ...others.map((name) => label(name))], PREFIX);
};

const retirement = (before: ReturnType<typeof label>, more: Partial<JournalEntry> = {}): JournalEntry => ({
  run: 'run',
  act: 'retire',
  label: before,
  startedAt: '2026-01-01T00:00:00Z',
  outcome: 'done',
  ...more,
});

const restored = (now: ReturnType<typeof label>, entries: JournalEntry[] = [], others: string[] = []) => {
  const [plan] = planRestoration([now], [now, ...others.map((name) => label(name))], PREFIX, entries);
  return plan;
};

describe('a retired label', () => {
  it('is known by what its name begins with', () => {
    expect(isRetired(label('[retired] VIP'), PREFIX)).toBe(true);
    expect(isRetired(label('VIP [retired] '), PREFIX)).toBe(false);
    expect(isRetired(label('[Retired] VIP'), PREFIX)).toBe(false);
  });

  it('has a name behind the mark', () => {
    expect(isRetired(label('[retired] '), PREFIX)).toBe(false);
    expect(isRetired(label('[retired]   '), PREFIX)).toBe(false);
  });
});

describe('retiring', () => {
  it('puts the mark in front of the name and turns it gray', () => {
    const [plan] = planRetirement([label('VIP', { color: 'red' })], [label('VIP')], PREFIX);
    expect(plan).toMatchObject({ name: '[retired] VIP', color: 'gray', problem: undefined });
  });

  it('leaves out what is retired already', () => {
    expect(retired(['[retired] VIP'])).toEqual([]);
  });

  it('takes a name of 50 characters as it is, and an emoji for one character', () => {
    expect(retired(['a'.repeat(40)])[0]?.problem).toBeUndefined();
    expect(retired(['🦊'.repeat(40)])[0]?.problem).toBeUndefined();
  });

  it('shortens a name that would be longer than that', () => {
    const [plan] = retired(['a'.repeat(41)]);
    expect(plan).toMatchObject({ problem: 'tooLong', name: `[retired] ${'a'.repeat(39)}…` });
    expect(plan?.wanted).toBe(`[retired] ${'a'.repeat(41)}`);
  });

  it('never cuts through an emoji or an accent, and leaves no blank before the dots', () => {
    const family = '👩‍👩‍👧'; // Five code points, one character to the eye.
    expect(retired([`${'a'.repeat(36)}${family}b`])[0]?.name).toBe(`[retired] ${'a'.repeat(36)}…`);
    expect(retired([`${'a'.repeat(38)}e\u0301b`])[0]?.name).toBe(`[retired] ${'a'.repeat(38)}…`);
    expect(retired([`${'a'.repeat(38)} 🦊bc`])[0]?.name).toBe(`[retired] ${'a'.repeat(38)}…`);
  });

  it('keeps the mark whole where nothing of the name fits', () => {
    const piled = `e${'\u0301'.repeat(45)}`;
    const [plan] = retired([piled]);
    expect(plan?.name).toBe('[retired] …');
    expect(isRetired({ name: plan?.name ?? '' }, PREFIX)).toBe(true);
  });

  it('adds a number where the team has that name, the first that is free', () => {
    expect(retired(['VIP'], ['[retired] VIP'])[0]).toMatchObject({ problem: 'taken', name: '[retired] VIP (2)' });
    expect(retired(['VIP'], ['[retired] VIP', '[retired] VIP (2)'])[0]?.name).toBe('[retired] VIP (3)');
  });

  it('has nothing against the name in another team', () => {
    const [plan] = planRetirement([label('VIP')], [label('[retired] VIP', { team_id: 'team_2' })], PREFIX);
    expect(plan?.problem).toBeUndefined();
  });

  it('is not in its own way, where the list knows its new name already', () => {
    const vip = label('VIP');
    const [plan] = planRetirement([vip], [{ ...vip, name: '[retired] VIP' }], PREFIX);
    expect(plan?.name).toBe('[retired] VIP');
  });

  it('makes room for the number, and never gives two labels one name', () => {
    const long = 'a'.repeat(45);
    const names = retired([`${long}1`, `${long}2`]).map(({ name }) => name);
    expect(names).toEqual([`[retired] ${'a'.repeat(39)}…`, `[retired] ${'a'.repeat(35)}… (2)`]);
    expect(Array.from(names[1] ?? '')).toHaveLength(50);
    const fits = `[retired] ${'a'.repeat(36)}`;
    expect(retired(['a'.repeat(36)], [fits])[0]?.name).toBe(`${fits} (2)`);
  });

  it('takes no name away from a label that gets the one it wants', () => {
    const plan = retired(['VIP', 'VIP (2)'], ['[retired] VIP']);
    expect(plan.map(({ name }) => name)).toEqual(['[retired] VIP (3)', '[retired] VIP (2)']);
  });
});

describe('restoring', () => {
  it('gives back name and color, as the journal has them', () => {
    const before = label('VIP', { color: 'red' });
    expect(restored({ ...before, name: '[retired] VIP', color: 'gray' }, [retirement(before)])).toMatchObject({
      name: 'VIP',
      color: 'red',
      problem: undefined,
    });
  });

  it('gives back a name that was shortened, and one that got a number', () => {
    const long = label('a'.repeat(45));
    const shortened = { ...long, name: `[retired] ${'a'.repeat(35)}… (2)` };
    expect(restored(shortened, [retirement(long)])?.name).toBe(long.name);
    const vip = label('VIP');
    expect(restored({ ...vip, name: '[retired] VIP (2)' }, [retirement(vip)])?.name).toBe('VIP');
    expect(restored({ ...vip, name: '[retired] VIP (12)' }, [retirement(vip)])?.name).toBe('VIP');
  });

  it('knows a name that was shortened by its beginning', () => {
    const before = label(`Customers ${'in Bali '.repeat(5)}`);
    const name = planRetirement([before], [before], PREFIX)[0]?.name ?? '';
    expect(name).toMatch(/^\[retired\] Customers .+…$/);
    expect(restored({ ...before, name }, [retirement(before)])?.name).toBe(before.name);
  });

  it.each(['Cust', 'Customers', 'Clients…'])('keeps a name that was not shortened from here: %s', (name) => {
    const before = label('Customers in Bali');
    expect(restored({ ...before, name: PREFIX + name }, [retirement(before)])?.name).toBe(name);
  });

  it.each([' VIP', 'VIP ', ' VIP (2)', ` ${'a'.repeat(45)}`])('gives back the blanks around a name: %j', (name) => {
    const before = label(name);
    const now = { ...before, name: planRetirement([before], [before], PREFIX)[0]?.name ?? '' };
    expect(restored(now, [retirement(before)])?.name).toBe(name);
  });

  it('takes the mark off where the journal knows nothing, and leaves the color', () => {
    expect(restored(label('[retired] VIP', { color: 'teal' }))).toMatchObject({ name: 'VIP', color: 'teal' });
    expect(restored(label('[retired]  VIP '))?.name).toBe('VIP');
  });

  it('leaves out what is not retired', () => {
    expect(restored(label('VIP'))).toBeUndefined();
  });

  it('keeps another name and another color that somebody gave it since', () => {
    const before = label('VIP', { color: 'red' });
    const now = { ...before, name: '[retired] Old customers', color: 'teal' };
    expect(restored(now, [retirement(before)])).toMatchObject({ name: 'Old customers', color: 'teal' });
    const numbered = { ...before, name: '[retired] VIP (2) in Bali' };
    expect(restored(numbered, [retirement({ ...before, name: 'VIP in Bali' })])?.name).toBe('VIP (2) in Bali');
  });

  it('looks at the newest entry of this label that may have retired it', () => {
    const before = label('VIP', { color: 'red' });
    const now = { ...before, name: '[retired] VIP', color: 'gray' };
    const entries = [
      retirement(label('other')),
      retirement({ ...before, color: 'pink' }, { act: 'delete' }),
      retirement({ ...before, color: 'sky' }, { outcome: 'failed' }),
      retirement(before, { outcome: undefined }),
      retirement({ ...before, color: 'lime' }),
    ];
    expect(restored(now, entries)?.color).toBe('red');
  });

  it('does not go back to what was given back already, when somebody retired the label again', () => {
    const before = label('VIP', { color: 'red' });
    const now = { ...before, name: '[retired] VIP', color: 'gray' };
    const older = retirement({ ...before, color: 'lime' });
    expect(restored(now, [retirement(before, { restored: true }), older])?.color).toBe('gray');
    const here = retirement({ ...before, color: 'sky' });
    expect(restored(now, [here, retirement(before, { restored: true })])?.color).toBe('sky');
  });

  it('knows a label that was deleted while it was retired, and created again', () => {
    const before = label('VIP', { id: 'lbl_1', color: 'red' });
    const now = { ...before, id: 'lbl_3', name: '[retired] VIP', color: 'gray' };
    const deletions = [
      retirement({ ...now, id: 'lbl_2' }, { act: 'delete', recreatedAs: 'lbl_3' }),
      retirement({ ...now, id: 'lbl_1' }, { act: 'delete', recreatedAs: 'lbl_2' }),
    ];
    expect(restored(now, [...deletions, retirement(before)])?.color).toBe('red');
  });

  it('adds a number where the name was taken meanwhile', () => {
    expect(restored(label('[retired] VIP'), [], ['VIP'])).toMatchObject({ problem: 'taken', name: 'VIP (2)' });
  });

  it('gives one name to one label only, when two had the same', () => {
    const [first, second] = [label('one'), label('two')].map(({ id }) => label('VIP', { id }));
    const now = [label('[retired] VIP', { id: first?.id ?? '' }), label('[retired] VIP (2)', { id: second?.id ?? '' })];
    const entries = [first, second].flatMap((before) => (before ? [retirement(before)] : []));
    expect(planRestoration(now, now, PREFIX, entries).map(({ name }) => name)).toEqual(['VIP', 'VIP (2)']);
  });
});

it('is known which retirements can be given back: one of each label, and none twice', () => {
  const [vip, lead, gone] = [label('VIP'), label('Lead'), label('Gone')];
  const wanted = retirement(vip);
  const entries = [
    wanted,
    retirement(vip, { outcome: 'inDoubt' }),
    retirement(lead, { restored: true }),
    retirement(lead),
    retirement(gone, { outcome: 'alreadyGone' }),
    retirement(gone, { outcome: 'failed' }),
    retirement(gone, { act: 'delete' }),
  ];
  expect(restorable(entries)).toEqual([wanted]);
});
