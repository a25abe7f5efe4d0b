/** Letters and signs that look like others: what they look like, and then they. */
const TWINS = new Map(
  [
    ...[
      'AАΑ',
      'BВΒ',
      'CСϹ',
      'EЕΕ',
      'HНΗ',
      'IlІӀΙ|∣׀',
      'JЈͿ',
      'KКΚ',
      'MМΜ',
      'NΝ',
      'OОΟ',
      'PРΡ',
      'SЅ',
      'TТΤ',
      'XХΧ',
      'YҮΥ',
      'ZΖ',
    ],
    ...[
      'aаɑ',
      'cсϲ',
      'dԁ',
      'gɡ',
      'eе',
      'hһ',
      'iіı',
      'jјϳ',
      'oоο',
      'pрρ',
      'qԛ',
      'sѕ',
      'vνѵ',
      'wԝ',
      'xх',
      'yу',
      "'‘’ʼ′",
      '"“”″',
      '-−',
      ':∶ː',
      '/∕⁄',
      '·•∙',
      'يىی',
      'كک',
    ],
  ].flatMap(([looks = '', ...others]) => others.map((other) => [other, looks] as const)),
);

/** What alone can stand for another character of these names. */
const SIMPLE = /^[ -~]*$/;
const ODD = new RegExp(`[${[...TWINS.keys()].join('')}]`, 'gu');
/** Writing that runs from right to left, and marks that say so. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Whether some of a text is written from right to left: then what stands beside it may be read in another order. */
export function runsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * What can be seen of a text. Texts that look alike have it in common: what has no shape is not in it, all blanks are one,
 * and letters that can be written in several ways, or that look like those of another script, are written in one.
 */
export function visibleText(text: string): string {
  const shown = SIMPLE.test(text)
    ? text.replace(/[l|]/g, 'I')
    : withoutShapeless(text)
        .normalize('NFKC')
        // The digits of Persian and Urdu are those of Arabic to the eye.
        .replace(/[\u06F0-\u06F9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x90))
        .replace(/[\p{Cs}\p{Co}\p{Cn}]/gu, '\uFFFD')
        .replace(/\p{Pd}/gu, '-')
        .replace(ODD, (character) => TWINS.get(character) ?? character);
  return shown.replace(/\s+/gu, ' ').trim();
}

/** Equal for texts that look alike. What runs from right to left may look alike in several orders. */
export function lookOf(text: string): string {
  const look = visibleText(text);
  return runsRightToLeft(look) ? Array.from(look).sort().join('') : look;
}

/** Whether there is nothing in a text that can be seen: marks that belong to letters, for one, without any letter. */
export function isInvisible(text: string): boolean {
  return !/[^\p{M}\s]/u.test(visibleText(text));
}

/** The braille pattern without dots is a blank that Unicode does not call one. */
function withoutShapeless(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').replace(/[\p{Cc}\u2800]/gu, ' ');
}

/** What picks the shape of the character before it, where that has several. */
const VARIATION = String.raw`(?<=[\p{Emoji}\p{Lo}\p{S}\p{P}])[\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`;
/** What joins characters, or keeps them apart, in emoji and in writing that has such joints. */
const JOINER = String.raw`(?<=[\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D](?=[\p{Lo}\p{Extended_Pictographic}]|(?!\p{Script=Inherited})\p{M})`;
/** What makes the flag of a region of a black one. */
const REGION = String.raw`(?<=\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0020}-\u{E007F}]`;
const HIDDEN = new RegExp(
  String.raw`(?!${VARIATION}|${JOINER}|${REGION})[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u2028\u2029\u2800]`,
  'u',
);

const UNSEEN = new RegExp(String.raw`^\s|\s$|${HIDDEN.source}`, 'gu');

/** A text with what is at its ends and cannot be seen, and what is hidden in it, as a code. */
export function withCodes(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}

/** A text without what tells its parts' direction, where some of it runs from right to left: keyboards add such marks there. */
export function withoutDirectionMarks(text: string): string {
  const without = text.replace(/[\u061C\u200E\u200F]/g, '');
  return runsRightToLeft(without) ? without : text;
}

/** A character that cannot be seen, although no writing needs it where it is. */
export interface HiddenCharacter {
  readonly character: string;
  /** What comes before it. */
  readonly before: string;
}

/** The first one in a text; undefined where there is none. */
export function hiddenCharacterIn(text: string): HiddenCharacter | undefined {
  const match = HIDDEN.exec(text);
  return match ? { character: match[0], before: text.slice(0, match.index) } : undefined;
}
