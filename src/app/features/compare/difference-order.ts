import type { DifferenceKind } from '../../../domain/comparison/compare-images';

/** Kinds of differences as the screen and its copy list them: what weighs most first, images of one side last. */
export const DIFFERENCE_ORDER: readonly DifferenceKind[] = [
  'failure',
  'label',
  'box-labels',
  'boxes',
  'score',
  'only-in-a',
  'only-in-b',
];
