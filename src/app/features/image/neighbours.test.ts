import { expect, it } from 'vitest';
import { questionOf, surveyImage } from '../../../../test/gallery/survey-images';
import { runToEnd } from '../../../../test/run-to-end';
import { createListMemory, listImages } from '../../shared/gallery/gallery-list';
import { listedOf, orderAround } from './neighbours';

const named = (...paths: string[]) => ({
  images: paths.map((filepath) => ({ filepath })),
  places: { numbers: null },
});
const index = named('x', 'a', 'b', 'c');
const listed = (...numbers: number[]) => ({ shown: Uint32Array.from(numbers), index });
/** As the survey has them while nothing is listed. */
const all = [...index.images, { filepath: 'd' }];

const found = (filepath: string, shown: ReturnType<typeof listed> | null) => {
  const { order, place } = orderAround(filepath, shown, all);
  return { place, order: Array.from({ length: order.count }, (_, at) => order.at(at)).join('') };
};

it.each([
  ['b', { index: 1, count: 3, previous: 'c', next: 'a' }],
  ['c', { index: 0, count: 3, previous: null, next: 'b' }],
  ['a', { index: 2, count: 3, previous: 'b', next: null }],
])('stands among what is shown: %s', (filepath, place) => {
  expect(found(filepath, listed(3, 2, 1))).toEqual({ place, order: 'cba' });
});

it.each([
  ['a', { index: 1, count: 4, previous: 'x', next: 'b' }],
  ['x', { index: 0, count: 4, previous: null, next: 'a' }],
])('stands among all that are listed when it is filtered out: %s', (filepath, place) => {
  expect(found(filepath, listed(3, 2))).toEqual({ place, order: 'xabc' });
});

it('stands among all images before it is listed', () => {
  expect(found('d', listed(3, 2)).place).toEqual({ index: 4, count: 5, previous: 'c', next: null });
  expect(found('b', null)).toEqual({ place: { index: 2, count: 5, previous: 'a', next: 'c' }, order: 'xabcd' });
  expect(found('gone', null).place).toEqual({ index: -1, count: 5, previous: null, next: 'x' });
});

it('stands among all images while the survey is opened and only the first ones are listed', () => {
  const images = ['a', 'b', 'c', 'd'].map((name) => surveyImage(name, 'bear'));
  const list = (count: number, isPart: boolean) =>
    runToEnd(listImages(questionOf(images.slice(0, count), { isPart }), createListMemory()));
  expect(orderAround('b', listedOf(list(2, true)), images).place).toMatchObject({ index: 1, count: 4, next: 'c' });
  expect(orderAround('b', listedOf(list(2, false)), images).place).toMatchObject({ index: 1, count: 2, next: null });
  expect(listedOf(null)).toBeNull();
});
