/**
 * How many bytes a strip or tile of a TIFF unpacks to, told without unpacking it: exactly (LZW, PackBits) or from above
 * (Zstandard). What a decoder would refuse anyway is not looked at further.
 */
export type MeasureUnpacked = (packed: Uint8Array) => number;

const CLEAR = 256;
const END = 257;
const FIRST_FREE = 258;
const LEAST_BITS = 9;
const MOST_BITS = 12;

/**
 * LZW as TIFF has it (TIFF 6.0, section 13): every code adds a text that is one longer than the one before it.
 * @throws Error for a code that no encoder writes: decoders could run in circles with it
 */
export const measureLzw: MeasureUnpacked = (packed) => {
  const lengths = new Uint32Array(2 ** MOST_BITS).fill(1, 0, CLEAR);
  let [free, bits, position, total] = [FIRST_FREE, LEAST_BITS, 0, 0];
  let before: number | null = null;
  for (let code = readBits(packed, position, bits); code !== END; code = readBits(packed, position, bits)) {
    position += bits;
    if (code === CLEAR) {
      [free, bits, before] = [FIRST_FREE, LEAST_BITS, null];
      continue;
    }
    const isNew = code === free && before !== null;
    if (code >= free && !isNew)
      throw new Error(`tiff: expected a code below ${free} in a strip packed by LZW, got ${code}`);
    if (before !== null && free < lengths.length) lengths[free++] = lengths[before]! + 1;
    total += lengths[code]!;
    const isFull = free + 1 >= 2 ** MOST_BITS;
    if (bits < MOST_BITS && free + 1 >= 2 ** bits) bits += 1;
    before = isFull ? null : code;
  }
  return total;
};

/** The highest bit comes first; behind the end there is the end. */
function readBits(bytes: Uint8Array, position: number, count: number): number {
  const at = position >> 3;
  if (at >= bytes.length) return END;
  const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (three >> (24 - (position & 7) - count)) & (2 ** count - 1);
}

/** PackBits: a length and as many bytes, or a length below zero and one byte to be repeated. */
export const measurePackBits: MeasureUnpacked = (packed) => {
  let total = 0;
  for (let at = 0; at < packed.length;) {
    const count = packed[at]!;
    const isRun = count > 127;
    total += isRun ? 257 - count : count + 1;
    at += isRun ? 2 : count + 2;
  }
  return total;
};

const ZSTD_MAGIC = 0xfd2fb528;
const LARGEST_ZSTD_BLOCK = 128 * 1024;

/**
 * Zstandard (RFC 8878): what the frame claims; without a claim what its blocks can hold, the last of them left out, because
 * it may hold little.
 * @throws Error for more than one frame, which no TIFF needs
 */
export const measureZstd: MeasureUnpacked = (packed) => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < 9 || view.getUint32(0, true) !== ZSTD_MAGIC) throw new Error('tiff: expected a Zstandard frame');
  const flags = view.getUint8(4);
  const isSingle = (flags & 0x20) !== 0;
  const claimAt = 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][flags & 3]!;
  const claimBytes = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6]!;
  const checksumBytes = (flags & 4) === 0 ? 0 : 4;
  const { held, end } = measureBlocks(view, claimAt + claimBytes);
  if (end + checksumBytes + 4 <= packed.length) throw new Error('tiff: more than one Zstandard frame in a strip');
  return claimBytes === 0 ? held : readClaim(view, claimAt, claimBytes);
};

function measureBlocks(view: DataView, from: number): { readonly held: number; readonly end: number } {
  let [held, at, isLast] = [0, from, false];
  while (!isLast && at + 3 <= view.byteLength) {
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    const [kind, size] = [(header >> 1) & 3, header >>> 3];
    isLast = (header & 1) === 1;
    if (kind !== 2) held += size;
    else if (!isLast) held += LARGEST_ZSTD_BLOCK;
    at += 3 + (kind === 1 ? 1 : size);
  }
  return { held, end: at };
}

function readClaim(view: DataView, at: number, bytes: number): number {
  if (at + bytes > view.byteLength) return 0;
  if (bytes === 1) return view.getUint8(at);
  if (bytes === 2) return view.getUint16(at, true) + 256;
  if (bytes === 4) return view.getUint32(at, true);
  return Number(view.getBigUint64(at, true));
}
