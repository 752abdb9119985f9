import { extendedWebpSize, gifSize, webpChunkSize } from './frame-sizes';
import { heifSize, isHeif } from './heif-size';
import { ascii, readFourLetters, type StoredSize } from './stored-size';

/** Pillow refuses more pixels than this (twice its MAX_IMAGE_PIXELS, Pillow 9.4): 178,956,970. */
const MAX_PIXELS = 2 * 89_478_485;

/** `heif` = AVIF and its family; `ico` = icons and cursors, at most 256 x 256 by their form. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'bmp' | 'tiff' | 'heif' | 'ico';

/** What the first bytes say, before anything is decoded. */
export interface ImageHeader {
  readonly format: ImageFormat;
  /**
   * Size as stored, before any turn; of several (frames, images in one file) the largest. Null when `head` ends before it is
   * said, or it is said where nobody looked (TIFF).
   */
  readonly size: StoredSize | null;
  /** Some pixels may be transparent: the browser must not multiply their colours by alpha. */
  readonly mayHaveAlpha: boolean;
  /** A PNG with one channel of 16 bits: the browser halves its depth, the reference clips it. */
  readonly isGrey16: boolean;
}

/**
 * Reads the header of an image by its content; names do not count. Null when the content is none of the known formats.
 * `head` = the file's first bytes; a JPEG's size may lie behind long metadata, so it wants the first few 100 kB.
 */
export function readImageHeader(head: Uint8Array): ImageHeader | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (startsWith(head, [0xff, 0xd8, 0xff])) return plain('jpeg', jpegSize(view));
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return pngHeader(view);
  if (startsWith(head, ascii('RIFF')) && startsWith(head.subarray(8), ascii('WEBP'))) return webpHeader(view);
  if (startsWith(head, ascii('GIF8'))) return plain('gif', gifSize(view));
  if (startsWith(head, ascii('BM'))) return plain('bmp', bmpSize(view));
  if (TIFF_MAGICS.some((magic) => startsWith(head, magic))) return plain('tiff', null);
  if (isHeif(view)) return { ...plain('heif', heifSize(view)), mayHaveAlpha: true };
  if (ICON_MAGICS.some((magic) => startsWith(head, magic))) {
    return { ...plain('ico', LARGEST_ICON), mayHaveAlpha: true };
  }
  return null;
}

/** Whether the reference would refuse this size without decoding it. */
export function isTooLarge(size: StoredSize): boolean {
  return size.width * size.height > MAX_PIXELS;
}

const TIFF_MAGICS = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x49, 0x49, 0x2b, 0x00],
  [0x4d, 0x4d, 0x00, 0x2b],
];

/** An icon, a cursor. */
const ICON_MAGICS = [
  [0, 0, 1, 0],
  [0, 0, 2, 0],
];
const LARGEST_ICON = { width: 256, height: 256 };

function plain(format: ImageFormat, size: ImageHeader['size']): ImageHeader {
  return { format, size, mayHaveAlpha: false, isGrey16: false };
}

/**
 * Walks the segments up to the frame header (SOF0 to SOF15 without DHT, JPG and DAC), as decoders walk: 0xff with a zero behind
 * it is no marker.
 */
function jpegSize(view: DataView): ImageHeader['size'] {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) {
      at += 1;
      continue;
    }
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    const hasNoLength = marker === 0xff || marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += marker === 0xff ? 1 : hasNoLength ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function pngHeader(view: DataView): ImageHeader {
  if (view.byteLength < 26) return plain('png', null);
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  const depth = view.getUint8(24);
  const colour = view.getUint8(25);
  const hasAlpha = colour === 4 || colour === 6 || hasPngTransparency(view);
  return { format: 'png', size, mayHaveAlpha: hasAlpha, isGrey16: colour === 0 && depth === 16 };
}

/** A tRNS chunk, which comes before the pixels. */
function hasPngTransparency(view: DataView): boolean {
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const type = view.getUint32(at + 4);
    if (type === 0x74524e53) return true;
    if (type === 0x49444154) return false;
  }
  return false;
}

function webpHeader(view: DataView): ImageHeader {
  if (view.byteLength < 30) return { ...plain('webp', null), mayHaveAlpha: true };
  if (readFourLetters(view, 12) === 'VP8X') {
    return { ...plain('webp', extendedWebpSize(view)), mayHaveAlpha: (view.getUint8(20) & 0x10) !== 0 };
  }
  const isLossless = readFourLetters(view, 12) === 'VP8L';
  return { ...plain('webp', webpChunkSize(view, 12)), mayHaveAlpha: isLossless && (view.getUint8(24) & 0x10) !== 0 };
}

function bmpSize(view: DataView): ImageHeader['size'] {
  if (view.byteLength < 26) return null;
  if (view.getUint32(14, true) === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, i) => bytes[i] === byte);
}
