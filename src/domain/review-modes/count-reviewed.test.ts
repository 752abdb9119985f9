import { expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import { countReviewed, type ReviewedImage, type ReviewProgress } from './count-reviewed';

const images = (text: string): readonly ReviewedImage[] =>
  Array.from(text, (letter) => ({ species: letter.toLowerCase(), isDone: letter !== letter.toLowerCase() }));

it.each<readonly [string, ReviewProgress]>([
  ['', { done: 0, total: 0, species: [] }],
  [
    'aBbBcA', // capitals are done
    {
      done: 3,
      total: 6,
      species: [
        { species: 'b', done: 2, total: 3 },
        { species: 'a', done: 1, total: 2 },
        { species: 'c', done: 0, total: 1 },
      ],
    },
  ],
  ['AA', { done: 2, total: 2, species: [{ species: 'a', done: 2, total: 2 }] }],
])('%j', (text, expected) => {
  expect(finishPieces(countReviewed(images(text)))).toEqual(expected);
});
