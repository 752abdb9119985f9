import { expect, it } from 'vitest';
import type { Bbox } from '../../src/domain/detection';
import { cropOfBbox } from '../../src/vision/crop';
import { describeGolden } from './golden-folder';

interface CropRectCase {
  readonly id: string;
  readonly in: { readonly width: number; readonly height: number; readonly bbox: Bbox };
  readonly out: { readonly crop_rect: readonly number[] };
}

describeGolden<{ cases: CropRectCase[] }>('speciesnet/crop_rect.json', ({ cases }) => {
  it.each(cases)('$id', ({ in: { bbox, ...size }, out }) => {
    const { top, left, height, width } = cropOfBbox(bbox, size);
    expect([top, left, height, width]).toEqual(out.crop_rect);
  });
});
