import { expect, it } from 'vitest';
import { plainText, quoted } from '../../../../src/ui/messages/plainText';

const visible = (text: string) => text.replaceAll('\u2060', '');

it.each(['VIP', 'Pelanggan baru 🌱', 'عميل مهم', 'a $ b ( c ] d', '100 % (net)'])('leaves %s as it is', (name) => {
  expect(plainText(name)).toBe(name);
});

it('keeps an icon from coming to life and looks the same', () => {
  expect(plainText('$(trash) <b>x</b>')).not.toContain('$(');
  expect(visible(plainText('$(trash) <b>x</b>'))).toBe('$(trash) <b>x</b>');
});

it('keeps a link from coming to life and looks the same', () => {
  expect(plainText('[a](command:b)')).not.toContain('](');
  expect(visible(plainText('[a](command:b)'))).toBe('[a](command:b)');
});

it('puts everything on one line, so that a name cannot forge a line of the log', () => {
  expect(plainText('a\r\nb\u2028c\u0000d\u001b[31m')).toBe('a b c d [31m');
});

it('takes out what turns the direction of writing, which would turn the sentence around the name', () => {
  expect(quoted('abc\u2069\u202Edef')).toBe('“abcdef”');
});

it('leaves no icon behind where something invisible stood in it', () => {
  expect(plainText('$\u202E(trash)')).not.toContain('$(');
});
