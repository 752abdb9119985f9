import type { Raster } from '../../vision/raster';

const JPEG_QUALITY = 0.8;

/**
 * Draws a small JPEG for the gallery: longest side `side` pixels, never enlarged, alpha ignored as the networks ignore it.
 */
export async function drawPreview(raster: Raster, side: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(raster.width, raster.height));
  const width = Math.max(1, Math.round(raster.width * scale));
  const height = Math.max(1, Math.round(raster.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('canvas: expected a 2d context, got none');
  const bitmap = await createImageBitmap(thinOut(raster, 2 * side));
  try {
    context.imageSmoothingQuality = 'medium';
    context.drawImage(bitmap, 0, 0, width, height);
  } finally {
    bitmap.close();
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

/**
 * An opaque picture of about `side` pixels: each of its pixels is the mean of four, spread over the square it stands for.
 * Reading all of 12 megapixels, as a canvas would, takes as long as decoding them.
 */
function thinOut({ width, height, channels, data }: Raster, side: number): ImageData {
  const factor = Math.max(1, Math.floor(Math.max(width, height) / side));
  const thinWidth = Math.ceil(width / factor);
  const thinHeight = Math.ceil(height / factor);
  const near = factor >> 2;
  const far = (3 * factor) >> 2;
  const rgba = new Uint8ClampedArray(thinWidth * thinHeight * 4).fill(255);
  let to = 0;
  for (let y = 0; y < thinHeight; y++) {
    const upper = Math.min(y * factor + near, height - 1) * width;
    const lower = Math.min(y * factor + far, height - 1) * width;
    for (let x = 0; x < thinWidth; x++, to += 4) {
      const left = Math.min(x * factor + near, width - 1);
      const right = Math.min(x * factor + far, width - 1);
      for (let c = 0; c < 3; c++) {
        const sum =
          data[(upper + left) * channels + c]! +
          data[(upper + right) * channels + c]! +
          data[(lower + left) * channels + c]! +
          data[(lower + right) * channels + c]!;
        rgba[to + c] = (sum + 2) >> 2;
      }
    }
  }
  return new ImageData(rgba, thinWidth, thinHeight);
}
