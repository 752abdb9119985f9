import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../test/synthetic-inferences';
import { finishPieces } from '../finish-pieces';
import { orderUncertainFirst, type UncertainImage } from './order-uncertain-first';
import { uncertaintyOf, type UncertaintyMeasure } from './uncertainty';

const order = (images: readonly UncertainImage[], measure: UncertaintyMeasure = 'least-confidence') =>
  finishPieces(orderUncertainFirst(images, measure)).join(' ');

/** An image whose best score is 1 − doubt; `a1` is of event `a`, a capital stands alone. */
const image = (filepath: string, doubt: number | null): UncertainImage => ({
  filepath,
  scores: doubt === null ? null : [1 - doubt],
  eventId: /^[a-z]/.test(filepath) ? filepath[0]! : null,
});

describe('orderUncertainFirst', () => {
  it.each<readonly [string, readonly UncertainImage[], string]>([
    ['nothing', [], ''],
    ['the most doubtful first', [image('A', 0.1), image('B', 0.5), image('C', 0.3)], 'B C A'],
    ['without scores last, as given', [image('A', null), image('B', 0), image('C', null)], 'B A C'],
    ['equal ones as given', [image('B', 0.5), image('A', 0.5)], 'B A'],
    ['a next of an event for half', [image('a1', 0.9), image('a2', 0.8), image('A', 0.41), image('B', 0.39)], 'a1 A a2 B'], // prettier-ignore
    ['and a third for a quarter', [image('a1', 0.8), image('a2', 0.8), image('a3', 0.8), image('A', 0.3), image('B', 0.1)], 'a1 A a2 B a3'], // prettier-ignore
    ['no neighbours of one event', [image('a1', 0.9), image('a2', 0.9), image('a3', 0.9), image('A', 0.2)], 'a1 A a2 a3'], // prettier-ignore
    ['neighbours without events', [image('A', 0.9), image('B', 0.9), image('C', 0.1)], 'A B C'],
    ['neighbours where nothing else is left', [image('a1', 0.3), image('a2', 0.2)], 'a1 a2'],
  ])('%s', (_, images, expected) => {
    expect(order(images)).toBe(expected);
  });

  it('goes by the measure', () => {
    const images = [
      { filepath: 'flat', scores: [0.4, 0.2, 0.2, 0.2], eventId: null },
      { filepath: 'even', scores: [0.5, 0.5], eventId: null },
    ];
    expect(order(images, 'margin')).toBe('even flat');
    expect(order(images, 'least-confidence')).toBe('flat even');
    expect(order(images, 'entropy')).toBe('flat even');
  });

  it.each([1, 2, 3])('has every image once and no needless neighbours (seed %i)', (seed) => {
    const random = createRandom(seed);
    const images = Array.from({ length: 3000 }, (_, index) => ({
      filepath: `IMG_${index}.JPG`,
      scores: random() < 0.1 ? null : [0.3 + 0.7 * random()],
      eventId: random() < 0.05 ? null : `event ${Math.floor(random() * 400)}`,
    }));
    const byPath = new Map(images.map((one) => [one.filepath, one]));
    const ordered = finishPieces(orderUncertainFirst(images, 'margin')).map((filepath) => byPath.get(filepath)!);
    expect(ordered.map(({ filepath }) => filepath).sort()).toEqual(images.map(({ filepath }) => filepath).sort());
    const scored = ordered.filter(({ scores }) => scores !== null);
    expect(ordered.slice(0, scored.length)).toEqual(scored);
    const neighbours = scored.filter(({ eventId }, at) => eventId !== null && eventId === scored[at + 1]?.eventId);
    expect(neighbours).toEqual([]);
    // The first hundred are far more doubtful than images are on average, although events are spread.
    const doubts = scored.map(({ scores }) => uncertaintyOf(scores!, 'margin')!);
    const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    expect(mean(doubts.slice(0, 100))).toBeGreaterThan(1.5 * mean(doubts));
  });
});
