import { describe, expect, it } from 'vitest';
import { emptyReview, observationOf } from '../../../domain/review/image-review';
import { ANIMAL, BLANK, HUMAN, UNKNOWN } from '../../../domain/special-labels';
import { blankAnswerOf, isSaid } from './said';

const said = (...labels: readonly string[]) => ({
  ...emptyReview('a.jpg'),
  observations: labels.map((label) => observationOf(label)),
});

describe('what was said', () => {
  it.each([
    { labels: [BLANK], answer: 'blank' },
    { labels: [ANIMAL], answer: 'missed' },
    { labels: [HUMAN], answer: 'missed' },
    { labels: [UNKNOWN], answer: 'unclear' },
    { labels: [UNKNOWN, ANIMAL], answer: 'missed' },
  ])('of a blank is $answer for $labels', ({ labels, answer }) => {
    expect(blankAnswerOf(said(...labels))).toBe(answer);
  });

  it('is nothing where only a flag or a note was set', () => {
    const flagged = { ...emptyReview('a.jpg'), isFlagged: true };
    expect(blankAnswerOf(flagged)).toBeUndefined();
    expect(blankAnswerOf(null)).toBeUndefined();
    expect(isSaid(flagged)).toBe(false);
    expect(isSaid(said(BLANK))).toBe(true);
  });
});
