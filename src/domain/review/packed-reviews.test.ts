import { describe, expect, it } from 'vitest';
import { ParseError } from '../parse-error';
import { emptyReview, observationOf, type ImageReview } from './image-review';
import { openPackedReviews, packReviews } from './packed-reviews';

const FOX = observationOf('f;mammalia;carnivora;canidae;vulpes;vulpes;red fox', 2);
const REVIEWS: readonly ImageReview[] = [
  { ...emptyReview('A/1.jpg'), observations: [FOX], by: 'Ada', at: 1_700_000_000_000 },
  { ...emptyReview('A/2.jpg'), observations: [{ ...FOX }], by: 'Ada', at: 1_700_000_000_001.5 },
  { ...emptyReview('A/3.jpg'), observations: [{ ...FOX, sex: 'female' }], by: 'Ada', at: 3 },
  {
    ...emptyReview('B/ä "1".jpg'),
    boxes: [{ bbox: [0.1, 0.1, 0.5, 0.5], category: '1', label: null, from: 0 }],
    isFlagged: true,
    note: 'limps',
  },
  { ...emptyReview('B/2.jpg'), isStarred: true },
];

/** As the browser stores and reads it. */
const copied = (reviews: readonly ImageReview[]) => structuredClone(packReviews(reviews));

describe('reviews of many images, packed', () => {
  it('come back as they were, in their order', () => {
    expect(JSON.stringify(openPackedReviews(copied(REVIEWS)))).toBe(JSON.stringify(REVIEWS));
    expect(openPackedReviews(copied([]))).toEqual([]);
  });

  it('hold once what is said of several images', () => {
    expect(packReviews(REVIEWS).sayings).toHaveLength(4);
  });

  it('keep a review of another form as it is', () => {
    const other = { ...emptyReview('C/1.jpg'), weather: 'rain' };
    const { note, ...rest } = emptyReview('C/2.jpg');
    const moved = { note, ...rest };
    const found = openPackedReviews(copied([other, moved, ...REVIEWS]));
    expect(JSON.stringify(found)).toBe(JSON.stringify([...REVIEWS, other, moved]));
  });

  it.each([
    ['nothing', () => undefined],
    ['paths that are no texts', () => ({ ...copied(REVIEWS), filepaths: [1, 2, 3, 4, 5] })],
    ['a time too few', () => ({ ...copied(REVIEWS), times: new Float64Array(4) })],
    ['times that are no column', () => ({ ...copied(REVIEWS), times: [1, 2, 3, 4, 5] })],
    ['a saying too few', () => ({ ...copied(REVIEWS), said: new Uint32Array(4) })],
    ['a saying that is not there', () => ({ ...copied(REVIEWS), said: Uint32Array.of(0, 1, 2, 3, 4) })],
    ['sayings that are none', () => ({ ...copied(REVIEWS), sayings: [null, null, null, null] })],
    ['others that are none', () => ({ ...copied(REVIEWS), others: 'x' })],
  ])('refuse %s', (_, packed) => {
    expect(() => openPackedReviews(packed())).toThrow(ParseError);
  });
});
