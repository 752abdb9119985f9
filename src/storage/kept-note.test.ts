import { expect, it } from 'vitest';
import { lostSince } from './kept-note';

const kept = (surveys: number, photos: number) => ({ surveys, photos });

it.each([
  ['never noted', null, kept(0, 0), null],
  ['nothing was there', kept(0, 0), kept(0, 0), null],
  ['all is here', kept(2, 30), kept(2, 30), null],
  ['the last seconds before a power cut', kept(2, 30), kept(2, 28), null],
  ['everything is gone', kept(2, 30), kept(0, 0), kept(2, 30)],
  ['the results are gone', kept(2, 30), kept(2, 0), kept(0, 30)],
  ['surveys that had not run are gone', kept(2, 0), kept(0, 0), kept(2, 0)],
])('%s', (_, before, now, lost) => {
  expect(lostSince(before, now)).toEqual(lost);
});
