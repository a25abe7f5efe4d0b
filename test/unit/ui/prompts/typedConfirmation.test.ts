import { describe, expect, it, vi } from 'vitest';
import { CancellationError, window } from '../../fakeVscode';
import { askToType, textToType } from '../../../../src/ui/prompts/typedConfirmation';

const type = (typed: string | undefined, text: string) => {
  vi.spyOn(window, 'showInputBox').mockResolvedValue(typed);
  return askToType('Delete?', 'It is gone.', text);
};

describe('what has to be typed', () => {
  it.each([
    ['VIP', 'lbl_1', 'VIP'],
    ['\u200B', 'lbl_1', 'lbl_1'],
    ['\u0301', 'lbl_1', 'lbl_1'],
    ['\u2800', '\u200B', '%E2%80%8B'],
  ])('for a label %j with the id %j is %j', (name, id, text) => {
    expect(textToType({ name, id })).toBe(text);
  });

  it.each([
    ['VIP', 'VIP\u200B'],
    ['Café', 'Cafe\u0301'],
    ['PACE', 'РАСЕ'],
    ['Big fish', ' Big\u00A0\u3000fish\n'],
  ])('is what can be seen: %j for %j', async (typed, text) => {
    await expect(type(typed, text)).resolves.toBeUndefined();
  });

  it.each([
    ['', 'VIP'],
    ['vip', 'VIP'],
    ['VIP 2', 'VIP'],
    ['2) שלום', 'שלום (2)'],
    ['11', 'l1'],
    [undefined, 'VIP'],
  ])('is all of it: not %j for %j', async (typed, text) => {
    await expect(type(typed, text)).rejects.toThrow(CancellationError);
  });

  it.each([
    ['', undefined],
    ['B', undefined],
    ['Big\u00A0', undefined],
    ['Big fish', undefined],
    ['Bag', 'Type Big fish, exactly, or press Escape.'],
    ['Big fishes', 'Type Big fish, exactly, or press Escape.'],
  ])('hides what is deleted only once something else is typed: %j', async (typed, message) => {
    await type('Big fish', 'Big fish');
    const [options] = vi.mocked(window.showInputBox).mock.lastCall ?? expect.unreachable();
    expect(options.validateInput?.(typed)).toBe(message);
  });
});
