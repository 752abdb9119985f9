import { describe, expect, it } from 'vitest';
import { animalBox, indexOf, surveyImage } from '../../../../test/gallery/survey-images';
import { runToEnd } from '../../../../test/run-to-end';
import { createRandom } from '../../../../test/synthetic-inferences';
import { IMAGE_SORTS, type ImageSort } from './list-look';
import { sortImages } from './sort-images';

const random = createRandom(4);
/** Many are equal in what they are sorted by, and some have none of it. */
const images = Array.from({ length: 300 }, (_, number) => {
  const path = `A/${String(number).padStart(3, '0')}.jpg`;
  if (number % 11 === 3) return surveyImage(path, null);
  const tenth = Math.floor(random() * 5) / 10;
  return surveyImage(path, random() < 0.5 ? 'bear' : 'puma', {
    score: tenth,
    at: random() < 0.2 ? null : `2010-11-0${1 + Math.floor(random() * 8)}T04:04:00`,
    detections: [animalBox(tenth)],
    classes: [0.5 + tenth, tenth],
  });
});
const index = indexOf(images);

const NUMBERS: Readonly<Partial<Record<ImageSort, readonly [column: Float64Array, direction: 1 | -1]>>> = {
  oldest: [index.seconds, 1],
  newest: [index.seconds, -1],
  highest: [index.scores, -1],
  lowest: [index.scores, 1],
  confident: [index.confs, -1],
  faint: [index.confs, 1],
  uncertain: [index.uncertainties, -1],
};

describe('orders', () => {
  it.each(Object.entries(NUMBERS))(
    '%s is by the number, then by path, what has none last',
    (sort, [column, direction]) => {
      const keys = [...column].map((value) => (Number.isNaN(value) ? Infinity : direction * value));
      const wanted = images.map((_, number) => number).sort((a, b) => (keys[a]! === keys[b]! ? a - b : keys[a]! - keys[b]!)); // prettier-ignore
      expect([...runToEnd(sortImages(index, sort as ImageSort))]).toEqual(wanted);
    },
  );

  it.each(IMAGE_SORTS)('%s has each image once', (sort) => {
    const order = [...runToEnd(sortImages(index, sort))];
    expect(order.toSorted((a, b) => a - b)).toEqual(images.map((_, number) => number));
  });

  it('puts species together by their names, in the order of their paths', () => {
    const names = [...runToEnd(sortImages(index, 'species'))].map(
      (image) => index.leaves.values[index.leaves.of[image]!]!,
    );
    expect([...new Set(names)]).toHaveLength(3);
    expect(names.filter((name, place) => name !== names[place - 1])).toHaveLength(3);
  });
});
