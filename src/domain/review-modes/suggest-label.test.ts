import { expect, it } from 'vitest';
import { suggestLabel } from './suggest-label';

it.each([
  ['none reviewed', [null, null], null],
  ['no images', [], null],
  ['the most frequent', ['fox', 'deer', null, 'deer'], { label: 'deer', count: 2, reviewed: 3, share: 2 / 3 }],
  ['the first of equals', ['fox', 'deer', 'deer', 'fox'], { label: 'fox', count: 2, reviewed: 4, share: 0.5 }],
  ['all the same', ['fox', null], { label: 'fox', count: 1, reviewed: 1, share: 1 }],
])('%s', (_, labels: readonly (string | null)[], expected) => {
  const images = labels.map((_label, index) => index + 100);
  expect(suggestLabel(images, (image) => labels[image - 100]!)).toEqual(expected);
});
