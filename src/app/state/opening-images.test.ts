import { expect, it } from 'vitest';
import { surveyImage } from '../../../test/gallery/survey-images';
import { openingImages } from './opening-images';

const many = Array.from({ length: 2500 }, (_, number) => surveyImage(`${number}.jpg`, 'bear'));
const first = openingImages(many, []);

it('answers all images where there are few', () => {
  const few = many.slice(0, 2000);
  expect(openingImages(few, [])).toBe(few);
});

it('answers the first images of many, as the same array while they are the same', () => {
  expect(first).toEqual(many.slice(0, 2000));
  expect(openingImages([...many, surveyImage('more.jpg', 'bear')], first)).toBe(first);
  expect(openingImages(many.with(2400, surveyImage('2400.jpg', 'puma')), first)).toBe(first);
});

it('answers them anew when one of them has changed', () => {
  const changed = openingImages(many.with(7, surveyImage('7.jpg', 'puma')), first);
  expect(changed).not.toBe(first);
  expect(changed).toHaveLength(2000);
  expect(changed[7]!.prediction).not.toEqual(first[7]!.prediction);
});
