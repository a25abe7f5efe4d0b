import { expect, it } from 'vitest';
import { namesakesOf } from '../../../../../src/ui/messages/teamNames';
import { labelRow } from '../../../../../src/ui/prompts/pickers/labelRow';
import { label } from '../../../labels/fakes';

it('the row of a label in a list with search has a spot in its color', () => {
  const labels = ['red', 'red', 'sky', 'mauve', 'gray'].map((color) => label('A', { color }));
  const [red, redToo, sky, mauve, gray] = labels.map((one) => labelRow(one, namesakesOf(labels)).iconPath);
  expect(red).toHaveProperty('dark');
  expect(redToo).toEqual(red);
  expect(sky).not.toEqual(red);
  expect(mauve).toEqual(gray);
});
