const [START, END, SCAN] = [0xd8, 0xd9, 0xda];
const [QUANTIZATION, HUFFMAN, RESTART] = [0xdb, 0xc4, 0xdd];

/**
 * The samples of all frames that a JPEG stream names, so that nobody makes room for them first. Stricter than decoders: a
 * segment whose content is not as long as it says could hide a frame from this count, and is refused.
 * @throws Error that says which segment
 */
export function countJpegSamples(bytes: Uint8Array): number {
  let total = 0;
  let at = bytes[1] === START ? 2 : 0;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) throw new Error(`tiff: expected a JPEG marker at ${at} of a strip, got ${bytes[at]}`);
    if (marker === END) return total;
    if (marker === 0 || marker === 0xff) {
      at += marker === 0 ? 2 : 1;
      continue;
    }
    const length = readSide(bytes, at + 2);
    if (length !== contentLength(bytes, marker, at + 4, length)) {
      throw new Error(`tiff: a JPEG segment ${marker.toString(16)} of ${length} bytes has other contents`);
    }
    total += frameSamples(bytes, at);
    if (marker === SCAN) break;
    at += 2 + length;
  }
  // Among the bits of a scan no such marker can stand: any that does is a frame.
  for (at += 2; at + 10 <= bytes.length; at++) total += frameSamples(bytes, at);
  return total;
}

/** How long a segment should be by what is in it, with the two bytes of its length; texts are as long as they say. */
function contentLength(bytes: Uint8Array, marker: number, from: number, length: number): number {
  const end = from + length - 2;
  if (isFrameMarker(marker)) return 8 + 3 * (bytes[from + 5] ?? 0);
  if (marker === SCAN) return 6 + 2 * (bytes[from] ?? 0);
  if (marker === RESTART) return 4;
  if (marker === QUANTIZATION) {
    let at = from;
    while (at < end) at += 1 + 64 * (bytes[at]! >> 4 === 0 ? 1 : 2);
    return at - from + 2;
  }
  if (marker === HUFFMAN) {
    let at = from;
    while (at < end) at += 17 + bytes.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
    return at - from + 2;
  }
  const isText = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  return isText && length >= 2 ? length : NaN;
}

/** Height, width and number of components stand behind the marker of a frame; 0 when there is none. */
function frameSamples(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0xff || !isFrameMarker(bytes[at + 1]!) || at + 10 > bytes.length) return 0;
  return readSide(bytes, at + 5) * readSide(bytes, at + 7) * bytes[at + 9]!;
}

const isFrameMarker = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== HUFFMAN && marker !== 0xc8 && marker !== 0xcc;

const readSide = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!;
