import { describe, expect, it } from 'vitest';
import { isWarning, NameCheck } from '../../../src/operations/nameCheck';
import { describeNameProblem } from '../../../src/ui/messages/nameProblems';
import { label } from '../labels/fakes';

const vip = label('VIP');
const store = { labels: [vip, label('Gold'), label('عمل'), label('Silver', { team_id: 'team_2' })] };

/** What is said of a name for “VIP”. */
function said(name: string, labels = store.labels): string | undefined {
  const problem = new NameCheck({ labels }, vip).problemOf(name);
  return problem && describeNameProblem(problem);
}

describe('a name that is typed', () => {
  it.each([
    ['is free', 'Bronze'],
    ['is its own', 'VIP'],
    ['another team has', 'Silver'],
    ['differs in upper and lower case alone', 'gold'],
    ['has as many characters as KirimChat counts', '😀'.repeat(50)],
    ['has emoji that are joined, with a color, or of a region', '👩🏽‍💻 ❤️ 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣'],
    ['has joints that Persian and Hindi need', 'می‌خواهم क्‍ष'],
    ['has joints that Bengali, Kannada and Marathi need', 'র\u200D্যাব ಅರ\u200D್ಕಾವತಿ दर\u200D्या'],
    ['has the letters of another one, which runs from right to left as well, in another order', 'علم'],
  ])('is fine where it %s', (_, name) => {
    expect(said(name)).toBeUndefined();
  });

  it.each([
    ['', 'Type a name with something in it that can be seen.'],
    ['\u0301', 'Type a name with something in it that can be seen.'],
    ['😀'.repeat(51), 'A name has 50 characters at most. This one has 51.'],
    ['Gold', 'There is a label “Gold” already.'],
    ['Gоld', 'This looks like the label “Gold”, which is there already.'],
    ['Br\u200Bonze', 'After “Br” there is a character that cannot be seen (U+200B).'],
    ['Br\u200Donze', 'After “Br” there is a character that cannot be seen (U+200D).'],
    ['\u202Eeznorb', 'The name begins with a character that cannot be seen (U+202E).'],
    ['Br\uFE0Fonze', 'After “Br” there is a character that cannot be seen (U+FE0F).'],
    ['e\u0301\u200D\u0301', 'After “e\u0301” there is a character that cannot be seen (U+200D).'],
    ['Gold\u200E', 'After “Gold” there is a character that cannot be seen (U+200E).'],
    ['a\u0007b', 'After “a” there is a character that cannot be seen (U+0007).'],
  ])('“%s” is not', (name, problem) => {
    expect(said(name)).toBe(problem);
  });

  it('may have marks of direction where it runs from right to left, which is said, and nothing else that is hidden', () => {
    const check = new NameCheck(store, vip);
    const problems = ['חנות\u200E (VIP)', 'עם\u200Fל', 'خ\u200Eع\u200Bم', 'عمل\u200E'].map((name) =>
      check.problemOf(name),
    );
    expect(problems.map((problem) => problem && [problem.kind, isWarning(problem)])).toEqual([
      ['marked', true],
      ['marked', true],
      ['hidden', false],
      ['alike', true],
    ]);
    expect(said('חנות\u200E (VIP)')).toBe(
      'After “\u2068חנות\u2069” there is a character that cannot be seen (U+200E).',
    );
  });

  it('is compared with the labels that there are by then', () => {
    const labels = { labels: [vip] };
    const check = new NameCheck(labels, vip);
    expect(check.problemOf('Gold')).toBeUndefined();
    labels.labels = store.labels;
    expect(check.problemOf('Gold')).toMatchObject({ kind: 'taken' });
    labels.labels = [vip];
    expect(check.problemOf('Gold')).toBeUndefined();
  });
});
