import type { Random } from './random';
import { findZipPlaces } from './zip-bytes';

/** Some bytes of the file are other ones: a bit is turned over, or anything is there. */
export function flipBytes(base: Uint8Array, random: Random): Uint8Array {
  const bytes = base.slice();
  for (let left = 1 + random.below(16); left > 0; left--) {
    const at = random.below(bytes.byteLength);
    bytes[at] = random.chance(0.5) ? bytes[at]! ^ (1 << random.below(8)) : random.below(256);
  }
  return bytes;
}

/** The file is cut off, misses a piece, has one twice, or something before or behind it. */
export function cutBytes(base: Uint8Array, random: Random): Uint8Array {
  const [first, second] = [random.below(base.byteLength), random.below(base.byteLength)];
  const [start, end] = [Math.min(first, second), Math.max(first, second)];
  switch (random.below(6)) {
    case 0:
      return base.slice(0, start);
    case 1:
      return base.slice(0, base.byteLength - 1 - random.below(200));
    case 2:
      return joined(base.subarray(0, start), base.subarray(end));
    case 3:
      return joined(base.subarray(0, end), base.subarray(start));
    case 4:
      return joined(base.subarray(start, end), base);
    default:
      return joined(base, base.subarray(start, start + random.below(1000)));
  }
}

/** Fields of the three headers with their width: version, flags, method, times, CRC, sizes, lengths, offsets. */
const LOCAL_FIELDS = fields([4, 2], [6, 2], [8, 2], [14, 4], [18, 4], [22, 4], [26, 2], [28, 2]);
const DIRECTORY_FIELDS = fields(
  [8, 2],
  [10, 2],
  [16, 4],
  [20, 4],
  [24, 4],
  [28, 2],
  [30, 2],
  [32, 2],
  [34, 2],
  [42, 4],
);
const END_FIELDS = fields([4, 2], [6, 2], [8, 2], [10, 2], [12, 4], [16, 4], [20, 2]);

/** Sizes, offsets and methods in the headers of the zip say something else than the bytes. */
export function damageHeaders(base: Uint8Array, random: Random): Uint8Array {
  const bytes = base.slice();
  const view = new DataView(bytes.buffer);
  const places = findZipPlaces(base);
  for (let left = 1 + random.below(3); left > 0; left--) {
    const [starts, choices] = random.pick([
      [places.directoryHeaders, DIRECTORY_FIELDS],
      [places.directoryHeaders, DIRECTORY_FIELDS],
      [places.localHeaders, LOCAL_FIELDS],
      [[places.end], END_FIELDS],
    ] as const);
    const { offset, width } = random.pick(choices);
    const at = random.pick(starts) + offset;
    const now = width === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
    const other = otherNumber(now, random);
    if (width === 2) view.setUint16(at, other & 0xffff, true);
    else view.setUint32(at, other >>> 0, true);
  }
  return bytes;
}

/** A number that is near another one, at a limit, or anything. */
export function otherNumber(value: number, random: Random): number {
  const limits = [0, 1, 2, 8, 12, 255, 256, 65535, 65536, 0x7fffffff, -0x80000000, 0xffffffff];
  return random.pick([value + 1, value - 1, value * 2, -value, random.pick(limits), random.below(2 ** 32)]);
}

function fields(...places: readonly (readonly [offset: number, width: 2 | 4])[]) {
  return places.map(([offset, width]) => ({ offset, width }));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
