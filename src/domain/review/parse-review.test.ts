import { describe, expect, it } from 'vitest';
import { emptyReview, observationOf, type ImageReview } from './image-review';
import { parseReview } from './parse-review';

const FOX = 'f;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
const whole: ImageReview = {
  ...emptyReview('a.jpg'),
  observations: [{ ...observationOf(FOX, 2), sex: 'female', lifeStage: 'adult', behavior: 'digs', individual: 'F3' }],
  boxes: [{ bbox: [0.1, 0.2, 0.3, 0.4], category: '1', label: FOX, from: 0 }],
  isStarred: true,
  note: 'limps',
  by: 'Ada',
  at: 1_700_000_000_000,
};
const parse = (change: object) => parseReview({ ...whole, ...change }, 'a.jpg', 'r');
const first = whole.observations![0]!;
const box = whole.boxes![0]!;

describe('parseReview', () => {
  it('reads what was written, under the path of its image', () => {
    expect(parseReview(JSON.parse(JSON.stringify(whole)), 'a.jpg', 'r')).toEqual(whole);
    expect(parse({ filepath: '../b.jpg', more: 1 })).toEqual(whole);
    expect(parse({ observations: null, boxes: null })).toEqual({ ...whole, observations: null, boxes: null });
  });

  it.each([
    [{ observations: [] }, 'r.observations: expected at least one, got none'],
    [{ observations: [{ ...first, label: 'fox' }] }, 'r.observations[0].label: expected a label of 7 parts, got "fox"'],
    [{ observations: [{ ...first, count: 0 }] }, 'r.observations[0].count: expected a whole number'],
    [{ observations: [{ ...first, sex: 'f' }] }, 'r.observations[0].sex: expected female or male, got "f"'],
    [{ observations: Array.from({ length: 101 }, () => first) }, 'r.observations: expected at most 100 entries'],
    [{ boxes: [{ ...box, bbox: [0, 0, 1] }] }, 'r.boxes[0].bbox: expected 4 numbers, got 3'],
    [{ boxes: [{ ...box, bbox: [0, 0, 2, 1] }] }, 'r.boxes[0].bbox: expected a number from'],
    [{ boxes: [{ ...box, category: '4' }] }, 'r.boxes[0].category: expected a category, got "4"'],
    [{ boxes: [{ ...box, category: 'toString' }] }, 'r.boxes[0].category: expected a category'],
    [{ isFlagged: 1 }, 'r.isFlagged: expected true or false, got 1'],
    [{ note: 'x'.repeat(4001) }, 'r.note: expected at most 4000 characters'],
    [{ at: -1 }, 'r.at: expected a whole number'],
  ])('refuses %j', (change, message) => {
    expect(() => parse(change)).toThrow(message);
  });
});
