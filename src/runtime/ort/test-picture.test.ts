import { expect, it } from 'vitest';
import { createTestPicture } from './test-picture';

it('gives the same picture for a number, in both layouts, within 0 and 1', () => {
  const size = { width: 64, height: 32 };
  const planar = createTestPicture(0, size, 'nchw');
  const interleaved = createTestPicture(0, size, 'nhwc');
  expect(createTestPicture(0, size, 'nchw')).toEqual(planar);
  expect(planar.every((value) => value >= 0 && value <= 1)).toBe(true);
  for (const [x, y, channel] of [
    [0, 0, 0],
    [63, 31, 2],
    [17, 5, 1],
  ] as const) {
    expect(planar[(channel * 32 + y) * 64 + x]).toBe(interleaved[(y * 64 + x) * 3 + channel]);
  }
  expect(createTestPicture(1, size, 'nchw')).not.toEqual(planar);
});
