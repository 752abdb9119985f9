import { expect, it } from 'vitest';
import { marginUncertainty } from './margin-uncertainty';

it.each<[readonly number[], number | null]>([
  [[], null],
  [[1], 0],
  [[0.75], 0.25],
  [[0.5, 0.5], 1],
  [[0.75, 0.25], 0.5],
  [[0.5, 0.25, 0.25], 0.75],
])('%j', (scores, expected) => expect(marginUncertainty(scores)).toBe(expected));
