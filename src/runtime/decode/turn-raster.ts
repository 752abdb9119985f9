import type { Raster } from '../../vision/raster';

/**
 * Applies an EXIF orientation, as Pillow's exif_transpose does: 2 mirror left-right, 3 half turn, 4 mirror top-bottom,
 * 5 transpose, 6 quarter turn clockwise, 7 transverse, 8 quarter turn the other way. Anything else leaves the image as it is.
 */
export function turnRaster(raster: Raster, orientation: number): Raster {
  const isTurned = orientation >= 2 && orientation <= 8 && Number.isInteger(orientation);
  if (!isTurned) return raster;
  const { width, height, channels, data } = raster;
  const swapsSides = orientation >= 5;
  const mirrorsX = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const mirrorsY = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  const turnedWidth = swapsSides ? height : width;
  const turnedHeight = swapsSides ? width : height;
  const turned = new Uint8Array(data.length);
  let to = 0;
  for (let y = 0; y < turnedHeight; y++) {
    for (let x = 0; x < turnedWidth; x++) {
      const across = swapsSides ? y : x;
      const down = swapsSides ? x : y;
      const from =
        ((mirrorsY ? height - 1 - down : down) * width + (mirrorsX ? width - 1 - across : across)) * channels;
      for (let c = 0; c < channels; c++) turned[to++] = data[from + c]!;
    }
  }
  return { width: turnedWidth, height: turnedHeight, channels, data: turned };
}
