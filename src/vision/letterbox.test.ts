import { describe, expect, it } from 'vitest';
import { bboxFromLetterbox, fitLetterbox } from './letterbox';

describe('fitLetterbox', () => {
  it.each([
    // Long side 1280, padded to multiples of 64; an odd padding goes to the bottom or the right.
    [[2048, 1536], 'dynamic', [1280, 960], [0, 0, 0, 0], [1280, 960]],
    [[1046, 802], 'dynamic', [1280, 981], [0, 21, 0, 22], [1280, 1024]],
    [[500, 700], 'dynamic', [914, 1280], [23, 0, 23, 0], [960, 1280]],
    [[1, 1], 'dynamic', [1280, 1280], [0, 0, 0, 0], [1280, 1280]],
    // A network of one size gets a square.
    [[2048, 1536], 640, [640, 480], [0, 80, 0, 80], [640, 640]],
    [[1001, 640], 640, [640, 409], [0, 115, 0, 116], [640, 640]],
    [[333, 500], 640, [426, 640], [107, 0, 107, 0], [640, 640]],
  ] as const)('%j into %j', ([width, height], target, resized, [left, top, right, bottom], whole) => {
    expect(fitLetterbox({ width, height }, target)).toEqual({
      source: { width, height },
      resized: { width: resized[0], height: resized[1] },
      left,
      top,
      right,
      bottom,
      width: whole[0],
      height: whole[1],
    });
  });

  it.each([
    [5000, 1],
    [1, 5000],
  ])('has no plan when a side would vanish: %d x %d', (width, height) => {
    expect(fitLetterbox({ width, height }, 'dynamic')).toBeNull();
  });
});

describe('bboxFromLetterbox', () => {
  it('takes the padding of a square out again', () => {
    const network = { width: 640, height: 640 };
    const source = { width: 2048, height: 1536 };
    expect(bboxFromLetterbox({ x1: 160, y1: 200, x2: 480, y2: 440 }, network, source)).toEqual([0.25, 0.25, 0.5, 0.5]);
  });

  it('clamps to the image and never gives -0', () => {
    const size = { width: 64, height: 64 };
    const bbox = bboxFromLetterbox({ x1: -9, y1: -0, x2: 99, y2: 32 }, size, size);
    expect(bbox).toStrictEqual([0, 0, 1, 0.5]);
  });
});
