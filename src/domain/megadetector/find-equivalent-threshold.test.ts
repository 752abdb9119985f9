import { expect, it } from 'vitest';
import { box, image, results } from '../../../test/small-md-results';
import { findEquivalentThreshold } from './find-equivalent-threshold';

// The reference's own vectors are in test/golden; here is what they don't show.

it.each([
  ['the same share of images', [0.9, 0.5, 0.1, 0], [0.8, 0.7, 0.6, 0.1], 0.7],
  ['the reference fits already', [0.9, 0.5, 0.1, 0], [0.8, 0.7, 0.1, 0.1], 0.2],
  ['half an image, rounded to even', [0.9, 0.1], [0.5, 0.4, 0.3, 0.25, 0.22], 0.4],
])('equivalent threshold: %s', (_, a, b, expected) => {
  const of = (confs: readonly number[]) => results(confs.map((conf, index) => image(`${index}.jpg`, box(conf))));
  expect(findEquivalentThreshold(of(a), of(b))).toBe(expected);
});
