import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../../src/api/errors';
import { labelLines } from '../../../../src/ui/messages/labelLines';
import { settings } from '../../fakeVscode';
import { label } from '../../labels/fakes';

const lines = (...labels: ReturnType<typeof label>[]) => labelLines({ labels, unreadable: [], hasMore: false });

describe('the labels of an organization, as it is compared with another one', () => {
  it('are a line each, by name, with the color and what the user calls the team', () => {
    settings['teamAliases'] = { team_a: 'Sales' };
    const some = [
      label('Step 10', { team_id: 'team_a', color: 'sky' }),
      label('vip', { team_id: 'team_b', color: 'no-such' }),
      label('Step 9', { team_id: 'team_a', color: 'red' }),
    ];
    expect(lines(...some)).toEqual(['Step 9  red  Sales', 'Step 10  sky blue  Sales', 'vip  no-such']);
  });

  it('are the same lines whatever the ids and the order of the list are', () => {
    const names = ['é', 'e\u0301', 'VIP', 'vip', 'Vip', '10', '9', '09', 'ש', '日本', '🌱', '', 'VIP'];
    const colors = ['red', 'teal', 'gray', 'pink', 'sky', 'lime', 'blue', 'red', 'red', 'red', 'red', 'red', 'amber'];
    const some = names.map((name, index) => label(name, { color: colors[index] ?? '', id: String(index) }));
    const others = some.toReversed().map((one, index) => ({ ...one, id: `z${index}`, team_id: 'team_z' }));
    expect(lines(...others)).toEqual(lines(...some));
    expect(lines(...some)).toHaveLength(names.length);
  });

  it('stay on their lines, whatever is in their names', () => {
    expect(lines(label('a\r\nb\u2028c'), label('d')).join('\n')).toBe('a\\u{D}\\u{A}b\\u{2028}c  gray\nd  gray');
  });

  it.each([
    ['a mark of direction', 'VIP\u202E'],
    ['a character that cannot be seen', 'V\u200BIP'],
    ['a blank before it, which VS Code’s diff leaves out', ' VIP'],
    ['a blank behind it', 'VIP '],
  ])('differ where a name has %s', (_, name) => {
    expect(lines(label(name)).map((line) => line.trim())).not.toEqual(lines(label('VIP')));
  });

  it('have a code for what cannot be seen, but not for what emoji and writing are made of', () => {
    expect(lines(label('V\u200BIP'), label('👩‍👩‍👧 ❤️'))).toEqual(['👩‍👩‍👧 ❤️  gray', 'V\\u{200B}IP  gray']);
  });

  it('have nothing in them around a name that runs from right to left, which editors would draw as a box', () => {
    expect(lines(label('שלום'))).toEqual(['שלום  gray']);
  });

  it('say above them what is missing', () => {
    const incomplete = new ApiError({ kind: 'incomplete', mayHaveTakenEffect: false, attempts: 1 });
    const unreadable = [{ id: undefined, field: 'name' }];
    expect(labelLines({ labels: [label('VIP')], unreadable, hasMore: true }, incomplete)).toEqual([
      'This list may be incomplete or out of date. KirimChat ended the list too early. What is missing from it may still be there.',
      'This list is not complete: there are more labels than the 1 that were loaded.',
      '1 label could not be read, and is missing here.',
      '',
      'VIP  gray',
    ]);
  });
});
