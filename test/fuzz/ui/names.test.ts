import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { property } from '../property';
import { anyText } from '../text';

import { nameOrCount, nameSome } from '../../../src/ui/names';
import { plainText } from '../../../src/ui/plainText';

const someNames = fc.array(
  anyText.map((name) => ({ name })),
  { minLength: 1, maxLength: 25 },
);

describe('names in a sentence', () => {
  property('are the first ten and how many more there are, each on one line', someNames, (labels) => {
    const lines = nameSome(labels);
    const named = labels.slice(0, 10).map(({ name }) => `“${plainText(name)}”`);
    expect(lines).toEqual(labels.length > 10 ? [...named, `…and ${labels.length - 10} more`] : named);
    expect(lines.join('\n').split('\n')).toHaveLength(Math.min(labels.length, 11));
  });

  property('are one name or a number', someNames, (labels) => {
    const [{ name } = { name: '' }] = labels;
    expect(nameOrCount(labels)).toBe(labels.length === 1 ? `label “${plainText(name)}”` : `${labels.length} labels`);
  });
});
