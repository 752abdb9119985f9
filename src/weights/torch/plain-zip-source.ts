import type { ByteSource } from '../byte-source';
import { CheckpointError } from '../checkpoint-error';

const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;
const END_SIGNATURE = 0x06054b50;
const LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_END_SIGNATURE = 0x06064b50;

/**
 * torch.save always writes the zip64 end records, also when the plain end record says everything. zip.js 2.24 then takes
 * them for a part of the directory, and looks for the directory in the wrong place when an entry of it happens to be as
 * long as they are (76 bytes). So they are left out: the source ends with the directory and the plain end record.
 * Other files pass as they are. Can go when zip.js skips idle zip64 records.
 * @throws CheckpointError `damaged` when the two records don't say the same: then readers see different archives.
 */
export async function withoutIdleZip64(source: ByteSource): Promise<ByteSource> {
  const tailBytes = END_BYTES + LOCATOR_BYTES + ZIP64_END_BYTES;
  if (source.size < tailBytes) return source;
  const tailStart = source.size - tailBytes;
  const tail = await source.slice(tailStart, source.size);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const endAt = ZIP64_END_BYTES + LOCATOR_BYTES;
  const isIdle =
    tail.byteLength === tailBytes &&
    view.getUint32(0, true) === ZIP64_END_SIGNATURE &&
    view.getUint32(ZIP64_END_BYTES, true) === LOCATOR_SIGNATURE &&
    view.getUint32(endAt, true) === END_SIGNATURE &&
    // Number of entries, length and place of the directory are in the plain record, and the directory ends here.
    view.getUint16(endAt + 10, true) !== 0xffff &&
    view.getUint32(endAt + 12, true) + view.getUint32(endAt + 16, true) === tailStart;
  if (!isIdle) return source;
  requireSame(view, endAt, tailStart);
  const end = tail.subarray(endAt);
  return {
    size: tailStart + END_BYTES,
    async slice(from, to) {
      if (to <= tailStart) return source.slice(from, to);
      const before = from < tailStart ? await source.slice(from, tailStart) : new Uint8Array(0);
      const after = end.subarray(Math.max(0, from - tailStart), to - tailStart);
      const both = new Uint8Array(before.byteLength + after.byteLength);
      both.set(before);
      both.set(after, before.byteLength);
      return both;
    },
  };
}

/** Number of entries, length and place of the directory, and the locator's pointer to the record before it. */
function requireSame(view: DataView, endAt: number, zip64At: number): void {
  const pairs: readonly (readonly [bigint, number])[] = [
    [view.getBigUint64(24, true), view.getUint16(endAt + 8, true)],
    [view.getBigUint64(32, true), view.getUint16(endAt + 10, true)],
    [view.getBigUint64(40, true), view.getUint32(endAt + 12, true)],
    [view.getBigUint64(48, true), view.getUint32(endAt + 16, true)],
    [view.getBigUint64(ZIP64_END_BYTES + 8, true), zip64At],
  ];
  if (pairs.every(([zip64, plain]) => zip64 === BigInt(plain))) return;
  throw new CheckpointError('damaged', 'the archive has two directories that contradict each other');
}
