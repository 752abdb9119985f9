import type { ImageProblem } from '../failure';
import { isTooLarge, type ImageHeader } from './image-header';
import type { StoredSize } from './stored-size';

/**
 * Why nothing of an image may be decoded, by its header alone: a few bytes may claim gigabytes, and a decoder would try. Null = it
 * may be, or it is a TIFF, whose size stands elsewhere.
 */
export function headerProblem(header: ImageHeader): ImageProblem | null {
  if (header.format === 'tiff') return null;
  if (header.size === null) return sizeMissing(header);
  return isTooLarge(header.size) ? tooManyPixels(header.size) : null;
}

/** The content is of no known format. `head` = the file's first bytes. */
export function notAnImage(head: Uint8Array): ImageProblem {
  const start = Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return { code: 'not-an-image', detail: `begins with ${start}` };
}

/** The file ends before it says its size. */
export function sizeMissing({ format }: ImageHeader): ImageProblem {
  return { code: 'file-ends-early', detail: `${format}: ends before its pixels begin` };
}

/** More pixels than the reference accepts. */
export function tooManyPixels({ width, height }: StoredSize): ImageProblem {
  return { code: 'too-large', detail: `${width} x ${height} pixels` };
}
