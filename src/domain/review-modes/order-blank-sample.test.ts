import { describe, expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import { folderOf } from '../megadetector/camera-folder';
import { orderBlankSample } from './order-blank-sample';

const imagesOf = (sizes: readonly number[]) =>
  sizes.flatMap((size, folder) => Array.from({ length: size }, (_, index) => `f${folder}/IMG_${index}.JPG`));
const order = (blanks: Iterable<string>, seed = 7) =>
  finishPieces(orderBlankSample(blanks, { stratumOf: folderOf, seed }));

describe('shares of the folders', () => {
  const SIZES = [997, 503, 211, 89, 13, 2, 1];
  const sample = order(imagesOf(SIZES));

  // Huntington and Hill's seats for these sizes, from a priority queue in Python (heapq), n / sqrt(k (k + 1)).
  it.each([
    [7, [1, 1, 1, 1, 1, 1, 1]],
    [8, [2, 1, 1, 1, 1, 1, 1]],
    [20, [9, 5, 2, 1, 1, 1, 1]],
    [100, [54, 27, 11, 5, 1, 1, 1]],
    [500, [274, 138, 58, 24, 4, 1, 1]],
    [1816, SIZES],
  ])('of the first %i', (length, expected) => {
    const taken = SIZES.map(() => 0);
    for (const stratum of sample.stratumOf.subarray(0, length)) taken[stratum]!++;
    expect(taken).toEqual(expected);
  });

  it('names each image once, with its folder', () => {
    expect(sample.filepaths.toSorted()).toEqual(imagesOf(SIZES).toSorted());
    expect(sample.strata).toEqual(SIZES.map((blanks, folder) => ({ name: `f${folder}`, blanks })));
    expect(sample.filepaths.every((path, at) => sample.strata[sample.stratumOf[at]!]!.name === folderOf(path))).toBe(
      true,
    );
  });
});

describe('the same sample', () => {
  const images = imagesOf([60, 40, 5]);

  it('comes back after a reload, whatever the order of the images', () => {
    expect(order(images.toReversed()).filepaths).toEqual(order(images).filepaths);
  });

  it('is another with another seed', () => {
    expect(order(images, 8).filepaths.slice(0, 20)).not.toEqual(order(images, 7).filepaths.slice(0, 20));
  });

  it('keeps the order within a folder while images come and go', () => {
    const within = (blanks: readonly string[]) => order(blanks).filepaths.filter((path) => path.startsWith('f0/'));
    const fewer = images.filter((path) => path !== 'f0/IMG_3.JPG');
    expect(within([...fewer, 'f9/new.jpg'])).toEqual(within(images).filter((path) => path !== 'f0/IMG_3.JPG'));
  });
});

it('takes each image of a folder equally often over the seeds', () => {
  const images = imagesOf([12, 24]);
  const counts = new Map(images.map((path) => [path, 0]));
  for (let seed = 0; seed < 2000; seed++) {
    for (const path of order(images, seed).filepaths.slice(0, 9)) counts.set(path, counts.get(path)! + 1);
  }
  // Nine are always three and six, so each image is in a quarter of the samples: 500, with a standard deviation of
  // 19.4.
  for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(4 * 19.4);
});

it('begins with each folder equally often over the seeds, however large it is', () => {
  const images = imagesOf([1, 10, 100]);
  const counts = [0, 0, 0];
  for (let seed = 0; seed < 900; seed++) counts[Number(order(images, seed).filepaths[0]![1])]!++;
  // 300 of each, with a standard deviation of 14.1.
  for (const count of counts) expect(Math.abs(count - 300)).toBeLessThan(4 * 14.1);
});

it.each([
  ['no blanks', [], []],
  ['one', ['a.jpg'], ['a.jpg']],
])('%s', (_, blanks, expected) => {
  expect(order(blanks).filepaths).toEqual(expected);
});
