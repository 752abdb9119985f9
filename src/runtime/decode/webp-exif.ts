/** The bit of a WebP's extended header that says that there is EXIF data. */
const HAS_EXIF = 0x08;

/** A copy of an extended WebP whose EXIF data nobody finds: the flag is cleared and the chunk gets another name. */
export function hideWebpExif(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 12; at + 8 <= copy.length;) {
    const length = view.getUint32(at + 4, true);
    const type = String.fromCharCode(...copy.subarray(at, at + 4));
    if (type === 'VP8X' && at + 8 < copy.length) copy[at + 8] = copy[at + 8]! & ~HAS_EXIF;
    if (type === 'EXIF') copy[at] = 'X'.charCodeAt(0);
    at += 8 + length + (length % 2);
  }
  return copy;
}
