import { readImageHeader, type ImageHeader } from './image-header';

/** Long enough for the metadata of any camera: EXIF with its thumbnail, a colour profile, a maker's notes. */
export const HEAD_BYTES = 256 * 1024;

/** More than all pixels that the reference accepts, in four channels of 16 bits: no picture, and too much to be read at once. */
export const LARGEST_FILE = 1_500_000_000;

/** A file whose beginning was read. */
export interface FileBeginning {
  /** Its first bytes, `HEAD_BYTES` or all of them. */
  readonly head: Uint8Array;
  /** How many bytes it has. */
  readonly bytes: number;
  readonly readAll: () => Promise<Uint8Array>;
}

/**
 * The header of a file; null when it is no image. The size may stand behind long metadata, or at the file's end: then all of the
 * file is read. Rejects as `readAll` does.
 */
export async function findImageHeader({ head, bytes, readAll }: FileBeginning): Promise<ImageHeader | null> {
  const header = readImageHeader(head);
  const isWhole = head.length === bytes;
  if (header === null || header.size !== null || header.format === 'tiff' || isWhole) return header;
  return readImageHeader(await readAll());
}
