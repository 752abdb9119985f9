import { describe, expect, it } from 'vitest';
import { averagedMembers, createPixelMean, cropAround, cropPixels, fitWithin } from './average-crop';

const members = (count: number) => Array.from({ length: count }, (_, n) => ({ filepath: `${n}.jpg`, detection: 0 }));

describe('averagedMembers', () => {
  it.each([
    [3, 20, ['0.jpg', '1.jpg', '2.jpg']],
    [5, 3, ['0.jpg', '2.jpg', '4.jpg']],
    [101, 5, ['0.jpg', '25.jpg', '50.jpg', '75.jpg', '100.jpg']],
    [9, 1, ['0.jpg']],
  ])('of %i at most %i', (count, most, expected) => expect(averagedMembers(members(count), most)).toEqual(expected));

  it('takes an image once', () => {
    const twice = members(2).flatMap((member) => [member, { ...member, detection: 1 }]);
    expect(averagedMembers(twice)).toEqual(['0.jpg', '1.jpg']);
  });
});

describe('cropAround', () => {
  it('puts the same margin of pixels on all sides', () => {
    // 2000 x 1000 pixels; the box is 200 x 100 pixels, the margin 70.
    const [x, y, width, height] = cropAround([0.4, 0.4, 0.1, 0.1], 2);
    expect(x).toBeCloseTo(0.4 - 0.035);
    expect(y).toBeCloseTo(0.4 - 0.07);
    expect(width).toBeCloseTo(0.17);
    expect(height).toBeCloseTo(0.24);
  });

  it.each([
    [[0, 0, 0.1, 0.1] as const, [0, 0]],
    [[0.9, 0.9, 0.1, 0.1] as const, [0.865, 0.865]],
  ])('ends with the image: %j', (bbox, [left, top]) => {
    const [x, y, width, height] = cropAround(bbox, 1);
    expect(x).toBeCloseTo(left!);
    expect(y).toBeCloseTo(top!);
    expect(width).toBeCloseTo(0.135);
    expect(height).toBeCloseTo(0.135);
  });
});

it('cuts the crop out of a picture in its pixels', () => {
  expect(cropPixels([0.25, 0.5, 0.5, 0.25], { width: 400, height: 200 })).toEqual({
    x: 100,
    y: 100,
    width: 200,
    height: 50,
  });
});

it.each([
  [
    { width: 200, height: 50 },
    { width: 320, height: 80 },
  ],
  [
    { width: 50, height: 200 },
    { width: 80, height: 320 },
  ],
  [
    { width: 10_000, height: 1 },
    { width: 320, height: 1 },
  ],
])('fits %j within a square', (shape, expected) => expect(fitWithin(shape, 320)).toEqual(expected));

describe('createPixelMean', () => {
  it('is nothing before a picture came', () => expect(createPixelMean(4).mean()).toBeNull());

  it('is the mean of each channel, rounded, and opaque', () => {
    const mean = createPixelMean(4);
    mean.add(new Uint8ClampedArray([10, 0, 255, 255]));
    mean.add(new Uint8ClampedArray([20, 1, 255, 255]));
    mean.add(new Uint8ClampedArray([30, 1, 0, 0]));
    expect([...mean.mean()!]).toEqual([20, 1, 170, 255]);
  });
});
