/** Width and height in whole pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

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

/** The same memory seen as one array type: loops over pixels stay fast when only one type ever reaches them. */
export function bytesOf(raster: Raster): Uint8Array {
  return new Uint8Array(raster.data.buffer, raster.data.byteOffset, raster.data.length);
}
