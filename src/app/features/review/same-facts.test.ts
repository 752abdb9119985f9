import { describe, expect, it } from 'vitest';
import { emptyReview } from '../../../domain/review/image-review';
import type { SurveyImage } from '../../state/app-state';
import { haveSameFacts } from './same-facts';

const image: SurveyImage = {
  filepath: 'a.jpg',
  size: 1,
  inference: null,
  prediction: null,
  animals: [],
  place: null,
  rejected: null,
  heldBack: [],
  smoothed: null,
  review: null,
};
const other = { ...image, filepath: 'b.jpg' };

describe('haveSameFacts', () => {
  it('does not mind what people say', () => {
    expect(haveSameFacts([image, other], [{ ...image, review: emptyReview('a.jpg') }, other])).toBe(true);
  });

  it.each([
    ['another conclusion', { prediction: { label: 'x', score: 1, source: 'classifier', rule: '4a' } as const }],
    ['another smoothed name', { smoothed: new Map() }],
    ['a rejected box', { rejected: new Set([0]) }],
    ['another file', { filepath: 'c.jpg' }],
  ])('minds %s', (_, change) => {
    expect(haveSameFacts([image, other], [{ ...image, ...change }, other])).toBe(false);
  });

  it('minds images that come or go', () => {
    expect(haveSameFacts([image], [image, other])).toBe(false);
  });
});
