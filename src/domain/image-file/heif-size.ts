import { largerSize, readFourLetters, type StoredSize } from './stored-size';

/** Pictures in boxes of ISO/IEC 14496-12; videos have them too, under other names. */
const BRANDS: ReadonlySet<string> = new Set(['avif', 'avis', 'heic', 'heix', 'heif', 'hevc', 'mif1', 'mif2', 'msf1']);

/** Boxes that hold others, with the bytes of their own before these. */
const HOLDERS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0, moov: 0, trak: 0 };
const DEEPEST = 6;

/** Whether the first box says that this is an AVIF or another picture of its family. */
export function isHeif(view: DataView): boolean {
  if (readFourLetters(view, 4) !== 'ftyp') return false;
  const end = Math.min(view.getUint32(0), view.byteLength);
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12 && BRANDS.has(readFourLetters(view, at))) return true; // at 12 is a number, the minor version
  }
  return false;
}

/**
 * The largest size that a picture of this family names: of its images (`ispe`), and of its tracks when it moves (`tkhd`).
 * Null when the file ends before any.
 */
export function heifSize(view: DataView): StoredSize | null {
  return largestWithin(view, 0, view.byteLength, 0);
}

function largestWithin(view: DataView, from: number, end: number, depth: number): StoredSize | null {
  let largest: StoredSize | null = null;
  for (let at = from; at + 8 <= end;) {
    const box = readBox(view, at, end);
    if (box === null) break;
    const inner = HOLDERS[box.type];
    largest = largerSize(largest, sizeIn(view, box));
    if (inner !== undefined && depth < DEEPEST) {
      largest = largerSize(largest, largestWithin(view, box.from + inner, box.end, depth + 1));
    }
    at = box.end;
  }
  return largest;
}

interface Box {
  readonly type: string;
  /** Where its content begins and ends; the end may lie behind what is here. */
  readonly from: number;
  readonly end: number;
}

/** Length 1 = it follows in 8 bytes, 0 = up to the end. Null for a length that can't be. */
function readBox(view: DataView, at: number, end: number): Box | null {
  const short = view.getUint32(at);
  const isLong = short === 1;
  if (isLong && at + 16 > end) return null;
  const from = at + (isLong ? 16 : 8);
  const length = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short;
  if (at + length < from) return null;
  return { type: readFourLetters(view, at + 4), from, end: Math.min(at + length, end) };
}

function sizeIn(view: DataView, { type, from, end }: Box): StoredSize | null {
  if (type === 'ispe' && from + 12 <= end) return { width: view.getUint32(from + 4), height: view.getUint32(from + 8) };
  // Numbers with 16 bits behind the point, at the end of the track's header.
  if (type === 'tkhd' && end - 8 >= from) return { width: view.getUint16(end - 8), height: view.getUint16(end - 4) };
  return null;
}
