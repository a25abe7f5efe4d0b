import { describe, expect, it } from 'vitest';
import { NameCheck } from '../../../src/operations/nameCheck';
import { describeNameProblem } from '../../../src/ui/messages/nameProblems';
import { label } from '../labels/fakes';

const vip = label('VIP');
const store = { labels: [vip, label('Gold'), label('Silver', { team_id: 'team_2' })] };

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
    ['a\u0007b', 'After “a” there is a character that cannot be seen (U+0007).'],
  ])('“%s” is not', (name, problem) => {
    expect(said(name)).toBe(problem);
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
