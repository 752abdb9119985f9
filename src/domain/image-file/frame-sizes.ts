import { largerSize, readFourLetters, readUint24, type StoredSize } from './stored-size';

const EXTENSION = 0x21;
const FRAME = 0x2c;

/**
 * The area that a GIF's first frame needs: its screen, or more, because decoders make the screen larger for a frame that
 * does not fit. Null when the file ends before its first frame.
 */
export function gifSize(view: DataView): StoredSize | null {
  if (view.byteLength < 13) return null;
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  let at = 13 + colourTableBytes(view.getUint8(10));
  while (at + 9 <= view.byteLength) {
    const block = view.getUint8(at);
    if (block === FRAME) {
      const width = view.getUint16(at + 1, true) + view.getUint16(at + 5, true);
      const height = view.getUint16(at + 3, true) + view.getUint16(at + 7, true);
      return { width: Math.max(screen.width, width), height: Math.max(screen.height, height) };
    }
    // A trailer, or what no decoder steps over: there is no frame.
    if (block !== EXTENSION) return screen;
    at = skipSubBlocks(view, at + 2);
  }
  return null;
}

/** The highest bit says that there is a table, the lowest three how long it is. */
function colourTableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Blocks that begin with their length, up to an empty one. */
function skipSubBlocks(view: DataView, from: number): number {
  let at = from;
  while (at < view.byteLength) {
    const length = view.getUint8(at);
    at += 1 + length;
    if (length === 0) break;
  }
  return at;
}

/**
 * The largest of an extended WebP's canvas and of its frames, as far as they are in `view`: decoders refuse frames that do
 * not fit, and nobody here relies on it.
 */
export function extendedWebpSize(view: DataView): StoredSize | null {
  let largest: StoredSize | null = { width: 1 + readUint24(view, 24), height: 1 + readUint24(view, 27) };
  for (let at = 12; at + 8 <= view.byteLength;) {
    const length = view.getUint32(at + 4, true);
    largest = largerSize(largest, webpChunkSize(view, at));
    at += 8 + length + (length % 2);
  }
  return largest;
}

/** What the chunk at this place says of its pixels; null for one that says nothing, or is cut. */
export function webpChunkSize(view: DataView, at: number): StoredSize | null {
  const type = readFourLetters(view, at);
  if (type === 'ANMF' && at + 8 + 16 <= view.byteLength) {
    const frame = { width: 1 + readUint24(view, at + 14), height: 1 + readUint24(view, at + 17) };
    return largerSize(frame, webpChunkSize(view, at + 24));
  }
  if (type === 'VP8L' && at + 13 <= view.byteLength) {
    const bits = view.getUint32(at + 9, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (type === 'VP8 ' && at + 18 <= view.byteLength) {
    return { width: view.getUint16(at + 14, true) & 0x3fff, height: view.getUint16(at + 16, true) & 0x3fff };
  }
  return null;
}
