import { describe, expect, it } from 'vitest';
import { emptyReview } from './image-review';
import { isTheirsNewer } from './merge-reviews';

const said = (note: string, at: number) => ({ ...emptyReview('a.jpg'), note, at });

describe('isTheirsNewer', () => {
  it.each([
    [null, said('x', 1), true],
    [said('x', 1), said('y', 2), true],
    [said('x', 2), said('y', 1), false],
    [said('x', 2), said('y', 2), false],
    [said('x', 1), said('x', 2), false],
  ])('%j and %j: %j', (mine, theirs, expected) => {
    expect(isTheirsNewer({ mine, theirs })).toBe(expected);
  });
});
