import type { Letterbox } from './letterbox';
import { createLinearRows } from './linear-rows';
import type { Raster } from './raster';
import { UNIT_VALUES } from './unit-values';

/** The padding's grey in all channels (yolov5 7.0.11, `letterbox`). */
export const PADDING_BYTE = 114;

/**
 * Draws an image into a detector's input: [1, 3, plan.height, plan.width], planar RGB, byte / 255. Bit-exact with the
 * reference's 8-bit letterbox. A new array each time, so that it can be handed to another worker.
 */
export function letterboxTensor(raster: Raster, plan: Letterbox): Float32Array<ArrayBuffer> {
  const plane = plan.width * plan.height;
  const tensor = new Float32Array(3 * plane);
  const units = UNIT_VALUES;
  if (isPadded(plan)) tensor.fill(units[PADDING_BYTE]!);
  const width = plan.resized.width;
  forEachRow(raster, plan, (row, start) => {
    for (let c = 0; c < 3; c++) {
      const from = c * width;
      const to = c * plane + start;
      for (let x = 0; x < width; x++) tensor[to + x] = units[row[from + x]!]!;
    }
  });
  return tensor;
}

/** The same picture as bytes: row-major RGB, plan.height x plan.width. What the reference sees before dividing by 255. */
export function letterboxBytes(raster: Raster, plan: Letterbox): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(3 * plan.width * plan.height).fill(PADDING_BYTE);
  const width = plan.resized.width;
  forEachRow(raster, plan, (row, start) => {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) bytes[3 * (start + x) + c] = row[c * width + x]!;
    }
  });
  return bytes;
}

/** Calls `visit` with each resized row (planar bytes) and the pixel number where it begins in the network's input. */
function forEachRow(raster: Raster, plan: Letterbox, visit: (row: Uint8Array, start: number) => void): void {
  if (raster.width !== plan.source.width || raster.height !== plan.source.height) {
    throw new Error(
      `letterbox: planned for ${plan.source.width}x${plan.source.height}, got ${raster.width}x${raster.height}`,
    );
  }
  const writeRow = createLinearRows(raster, plan.resized);
  const row = new Uint8Array(3 * plan.resized.width);
  for (let y = 0; y < plan.resized.height; y++) {
    writeRow(y, row);
    visit(row, (plan.top + y) * plan.width + plan.left);
  }
}

function isPadded(plan: Letterbox): boolean {
  return plan.width !== plan.resized.width || plan.height !== plan.resized.height;
}
