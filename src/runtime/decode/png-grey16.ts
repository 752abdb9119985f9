import type { Raster } from '../../vision/raster';
import { inflateRows, passesOf, type PngFile } from './png-file';

const BYTES_PER_PIXEL = 2;

/**
 * Decodes a grey PNG of 16 bits. The reference (Pillow 9.4) clips such pixels at 255 instead of scaling them, so that most
 * pictures of this kind become white; browsers scale.
 */
export function decodeGrey16(png: PngFile): Raster {
  const { width, height } = png;
  const data = new Uint8Array(width * height * 3);
  const passes = passesOf(png);
  const rows = inflateRows(png, passes);
  let at = 0;
  for (const pass of passes) {
    let above = new Uint8Array(pass.rowBytes);
    for (let y = 0; y < pass.height; y++) {
      const row = rows.subarray(at + 1, at + 1 + pass.rowBytes);
      unfilter(rows[at]!, row, above);
      for (let x = 0; x < pass.width; x++) {
        const grey = row[2 * x] === 0 ? row[2 * x + 1]! : 255;
        const to = 3 * ((pass.y0 + y * pass.dy) * width + pass.x0 + x * pass.dx);
        data.fill(grey, to, to + 3);
      }
      above = row as Uint8Array<ArrayBuffer>;
      at += 1 + pass.rowBytes;
    }
  }
  return { width, height, channels: 3, data };
}

/** Undoes a row's filter in place (PNG specification, section 9). */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array): void {
  for (let i = 0; i < row.length; i++) {
    const left = i < BYTES_PER_PIXEL ? 0 : row[i - BYTES_PER_PIXEL]!;
    const aboveLeft = i < BYTES_PER_PIXEL ? 0 : above[i - BYTES_PER_PIXEL]!;
    row[i] = row[i]! + predict(filter, left, above[i]!, aboveLeft);
  }
}

function predict(filter: number, left: number, above: number, aboveLeft: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, aboveLeft);
    default:
      return 0;
  }
}

function paeth(left: number, above: number, aboveLeft: number): number {
  const estimate = left + above - aboveLeft;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toAboveLeft = Math.abs(estimate - aboveLeft);
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}
