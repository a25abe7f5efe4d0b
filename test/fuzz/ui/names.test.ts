import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Label } from '../../../src/api/schema';
import { LabelNames } from '../../../src/ui/messages/names';
import { quoted } from '../../../src/ui/messages/plainText';
import { oddLabel, organizationOf } from '../labels';
import { property } from '../property';

/** Names that are alike, or that nobody sees, more often than chance would have it. */
const alike = fc.constantFrom(
  'VIP',
  'VIP\u200B',
  ' VIP',
  'VІP',
  'Caf\u00E9',
  'Cafe\u0301',
  '',
  '\u200B',
  '\u0301',
  'שלום (2)',
  '(2) שלום',
);
const labels = organizationOf(
  fc
    .record({
      label: oddLabel,
      id: fc.option(alike.filter((text) => text !== '')),
      name: fc.option(alike),
      team_id: fc.option(fc.constantFrom('team_1', 'team_1\u200B', 'team_2')),
    })
    .map(({ label, id, name, team_id }): Label => ({
      ...label,
      id: id ?? label.id,
      name: name ?? label.name,
      team_id: team_id ?? label.team_id,
    })),
  15,
);

describe('names in a sentence', () => {
  property('are the first ten and how many more there are, each on one line', labels, (shown) => {
    const names = new LabelNames(shown, []);
    const lines = names.some;
    const named = shown.slice(0, 10).map((label) => names.of(label));
    expect(lines).toEqual(shown.length > 10 ? [...named, `…and ${shown.length - 10} more`] : named);
    expect(lines.join('\n').split('\n')).toHaveLength(Math.max(1, Math.min(shown.length, 11)));
    expect(named.every((name, index) => name.startsWith(quoted(shown[index]?.name ?? '')))).toBe(true);
  });

  property('are one name or a number', labels, (shown) => {
    const [first] = shown;
    const names = new LabelNames(shown, []);
    const said = names.oneOrMany({ one: (name) => name, many: String });
    expect(said).toBe(shown.length === 1 && first ? names.of(first) : String(shown.length));
  });

  property('are each another one to the eye, whatever is asked about and whatever else there is', labels, (all) => {
    const names = all.map((label) => seen(new LabelNames([label], all).of(label)));
    expect(new Set(names).size).toBe(names.length);
    const together = all.map((label) => seen(new LabelNames(all, []).of(label)));
    expect(new Set(together).size).toBe(together.length);
  });
});

/** What is left of a text on screen: an oracle of its own, which knows less than the extension. */
function seen(text: string): string {
  return text
    .replace(/[\p{Default_Ignorable_Code_Point}]/gu, '')
    .normalize()
    .replace(/\s+/gu, ' ')
    .replaceAll('І', 'I');
}
