import { Inflate, deflate } from 'pako';

/** A PNG taken apart as far as it goes. */
export interface PngFile {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colourType: number;
  readonly isInterlaced: boolean;
  /** The chunk IHDR, and those others that change pixels, whole. */
  readonly keptChunks: readonly Uint8Array[];
  /** The compressed pixels of all IDAT chunks, without what was lost at the end. */
  readonly compressed: Uint8Array;
}

/** A rectangle grid of pixels that is stored row by row: the whole image, or one of the seven of an interlaced one. */
export interface PngPass {
  readonly width: number;
  readonly height: number;
  readonly rowBytes: number;
  readonly x0: number;
  readonly y0: number;
  readonly dx: number;
  readonly dy: number;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * Reads chunks up to the end of the pixels, as Pillow does with truncated images allowed: wrong checksums of pixels do not
 * matter, of the header and the palette they do. Null when the file is unreadable or ends before its pixels.
 */
export function parsePng(bytes: Uint8Array): PngFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  const data: Uint8Array[] = [];
  for (let at = SIGNATURE.length; at + 8 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 8 + length;
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, Math.min(end, bytes.length)));
    else if (data.length > 0) break;
    else if (end + 4 > bytes.length) return null;
    else {
      const isCritical = type === 'IHDR' || type === 'PLTE';
      const isWhole = crc32(bytes.subarray(at + 4, end)) === view.getUint32(end);
      if (isCritical && !isWhole) return null;
      if (isWhole && (isCritical || type === 'tRNS' || type === 'eXIf')) kept.push(bytes.subarray(at, end + 4));
    }
    at = end + 4;
  }
  const header = kept[0];
  if (header?.length !== 25 || data.length === 0) return null;
  const fields = new DataView(header.buffer, header.byteOffset + 8, 13);
  return {
    width: fields.getUint32(0),
    height: fields.getUint32(4),
    depth: fields.getUint8(8),
    colourType: fields.getUint8(9),
    isInterlaced: fields.getUint8(12) === 1,
    keptChunks: kept,
    compressed: concat(data),
  };
}

/** Compressed bytes that are unpacked before it is asked whether all rows are there. */
const STEP_BYTES = 64 * 1024;

/** The grids in the order in which they are stored; empty ones are left out. */
export function passesOf(png: PngFile): PngPass[] {
  const bitsPerPixel = (CHANNELS[png.colourType] ?? 1) * png.depth;
  const grids = png.isInterlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  return grids
    .map(([x0, y0, dx, dy]) => {
      const width = Math.ceil((png.width - x0) / dx);
      return {
        width,
        height: Math.ceil((png.height - y0) / dy),
        rowBytes: Math.ceil((width * bitsPerPixel) / 8),
        x0,
        y0,
        dx,
        dy,
      };
    })
    .filter((pass) => pass.width > 0 && pass.height > 0);
}

/**
 * Unpacks the filtered rows, each with its filter byte. Rows after a damage are zeros, and so is the row the damage is in:
 * zlib, which pako follows step by step, is asked for one row at a time, as Pillow asks.
 */
export function inflateRows(png: PngFile, passes: readonly PngPass[]): Uint8Array {
  const total = passes.reduce((sum, pass) => sum + pass.height * (pass.rowBytes + 1), 0);
  const rows = new Uint8Array(total);
  // Rows of an interlaced image differ in length; small steps lose little there.
  const inflate = new Inflate({ chunkSize: png.isInterlaced ? 64 : passes[0]!.rowBytes + 1 });
  let filled = 0;
  inflate.onData = (chunk: Uint8Array) => {
    const part = chunk.subarray(0, total - filled);
    rows.set(part, filled);
    filled += part.length;
  };
  // No further than the last row: what is packed behind it may be a thousand times as long as the file.
  for (let at = 0; at < png.compressed.length && filled < total; at += STEP_BYTES) {
    if (!inflate.push(png.compressed.subarray(at, at + STEP_BYTES))) break; // damaged here, or at its end
  }
  if (!png.isInterlaced) clearFromUnknownFilter(rows, passes[0]!.rowBytes + 1);
  return rows;
}

/** Writes a sound PNG with the rows that could be saved, for the browser to decode. */
export function rebuildPng(png: PngFile): Blob {
  const pixels = createChunk('IDAT', deflate(inflateRows(png, passesOf(png)), { level: 1 }));
  const parts = [SIGNATURE, ...png.keptChunks, pixels, createChunk('IEND', new Uint8Array(0))];
  return new Blob(
    parts.map((part) => new Uint8Array(part)),
    { type: 'image/png' },
  );
}

function clearFromUnknownFilter(rows: Uint8Array, stride: number): void {
  for (let at = 0; at < rows.length; at += stride) {
    if (rows[at]! > 4) {
      rows.fill(0, at);
      return;
    }
  }
}

function createChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) chunk[4 + i] = type.charCodeAt(i);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

/** The checksum of PNG chunks (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
