/**
 * Pixels of an image: row-major, 8 bits a channel, RGB (3) or RGBA (4, alpha ignored).
 * Length of `data` = width * height * channels.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
}
