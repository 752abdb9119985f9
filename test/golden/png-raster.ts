import { inflateSync } from 'node:zlib';
import type { Raster } from '../../src/vision/raster';

/** Reads a PNG of the kind the lossless copies are: 8 bits, RGB, not interlaced. Anything else is refused. */
export function readPng(file: Buffer): Raster {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const kind = [...file.subarray(24, 29)].join(' ');
  if (kind !== '8 2 0 0 0') throw new Error(`png: expected depth, colour and coding "8 2 0 0 0", got "${kind}"`);
  const compressed: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') compressed.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, channels: 3, data: unfilter(inflateSync(Buffer.concat(compressed)), width, height) };
}

function unfilter(lines: Uint8Array, width: number, height: number): Uint8Array {
  const stride = 3 * width;
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)]!;
    for (let i = 0; i < stride; i++) {
      const left = i < 3 ? 0 : data[y * stride + i - 3]!;
      const above = y === 0 ? 0 : data[(y - 1) * stride + i]!;
      const corner = i < 3 || y === 0 ? 0 : data[(y - 1) * stride + i - 3]!;
      data[y * stride + i] = lines[y * (stride + 1) + 1 + i]! + predict(filter, left, above, corner);
    }
  }
  return data;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
