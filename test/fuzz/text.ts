import fc from 'fast-check';

/** What VS Code, a terminal, a spreadsheet, HTML, JSON, an address or a reader could take for more than text. */
const TROUBLE = [
  ...['$(trash)', '$(', '$', '(', '](', '[a](command:b)', '[x](https://evil.test "t")', '<b>', '&amp;', '**b**', '`'],
  ...['\n', '\r\n', '\r', '\t', '\0', '\u001B[31m', '\u0007', '\u0085', '\u2028', '\u2029', '\u00A0', ' ', '\uFEFF'],
  ...['\u202A', '\u202E', '\u202C', '\u2066', '\u2069', '\u200E', '\u200F', '\u061C', '\u200B', '\u200D', '\u2060'],
  ...['\u0301', '\u0301'.repeat(50), '👩‍👩‍👧', '🇮🇩', 'e\u0301', '\u{10FFFF}', '\u{E0001}', '\u{1F3FD}', 'ﷺ', '한'],
  ...['=1+1', '+', '-', '@', '＝', "'", '"', '""', ',', ';', '\\', '/', '..', '%2e', '?', '#', '…', ' (2)', '“', '{0}'],
  ...['\uD800', '\uDBFF', '\uDC00', '\uDFFF', '__proto__', 'constructor', '[retired] ', '[retired]'],
];

/** Any code unit, so that halves of surrogate pairs stand alone. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
  .map((codes) => String.fromCharCode(...codes));

/** Text as bad as it can come: every plane of Unicode, lone surrogates, and what means something to somebody. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TROUBLE),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ maxLength: 8 }),
      units,
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** A name as KirimChat takes it: 1 to 50 characters, counted in code points. */
export const anyName: fc.Arbitrary<string> = anyText.map((text) => Array.from(text).slice(0, 50).join('') || 'x');
