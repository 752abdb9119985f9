import type { Raster } from '../../vision/raster';
import { readUnmultiplied } from './unmultiplied-pixels';

/**
 * Reads the bytes of an opened bitmap: RGBA, row-major, already turned. All ways give the same bytes,
 * but with `mayHaveAlpha` only WebGL keeps the colour under transparent pixels, as the reference does.
 */
export async function readBitmap(bitmap: ImageBitmap, mayHaveAlpha: boolean): Promise<Raster> {
  const { width, height } = bitmap;
  const exact = mayHaveAlpha ? readUnmultiplied(bitmap) : await readByFrame(bitmap);
  const data = exact ?? readByCanvas(bitmap);
  return { width, height, channels: 4, data };
}

/** What current browsers tell about a frame, beyond TypeScript's description of it. */
type TurnableFrame = VideoFrame & { readonly rotation?: number; readonly flip?: boolean };

/**
 * About 1.7 times as fast as a canvas. Null where the browser cannot do it, and for turned photos: a frame holds their
 * unturned pixels and only remembers the turn.
 */
async function readByFrame(bitmap: ImageBitmap): Promise<Uint8Array | null> {
  if (typeof VideoFrame === 'undefined') return null;
  const layout = { format: 'RGBA' } as const;
  let frame: TurnableFrame | null = null;
  try {
    frame = new VideoFrame(bitmap, { timestamp: 0 });
    // A browser that does not tell the turn might copy unturned pixels of a turned photo.
    if (frame.rotation !== 0 || frame.flip !== false) return null;
    if (frame.codedWidth !== bitmap.width || frame.codedHeight !== bitmap.height) return null;
    const data = new Uint8Array(frame.allocationSize(layout));
    if (data.length !== bitmap.width * bitmap.height * 4) return null;
    await frame.copyTo(data, layout);
    return data;
  } catch {
    // Not every browser converts to RGBA; the canvas always can.
    return null;
  } finally {
    frame?.close();
  }
}

/** One canvas for all images: a fresh one of 12 megapixels each time would keep the collector busy. */
let canvas: OffscreenCanvas | null = null;

function readByCanvas(bitmap: ImageBitmap): Uint8ClampedArray {
  const { width, height } = bitmap;
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('canvas: expected a 2d context, got none');
  context.globalCompositeOperation = 'copy';
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, width, height).data;
}
