import { expect, it } from 'vitest';
import { cropOfFullImage } from '../../src/vision/crop';
import { describeGolden } from './golden-folder';

interface FullImageCropCase {
  readonly id: string;
  readonly in: { readonly heights: readonly number[] };
  readonly out: { readonly target_height: readonly number[]; readonly top: readonly number[] };
}

/** Any width: the strips are as wide as the image. */
const WIDTH = 640;

describeGolden<{ cases: FullImageCropCase[] }>('speciesnet/full_image_crop.json', ({ cases }) => {
  it.each(cases)('$id', ({ in: { heights }, out }) => {
    const crops = heights.map((height) => cropOfFullImage({ width: WIDTH, height }));
    expect(crops).toEqual(
      heights.map((_, i) => ({ top: out.top[i], left: 0, height: out.target_height[i], width: WIDTH })),
    );
  });
});
