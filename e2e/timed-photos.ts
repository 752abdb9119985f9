import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExifSegment } from '../scripts/demo/exif';
import { DEMO } from './journey-steps';

/** A photo of the demonstration, and when it should have been taken. */
export interface TimedPhoto {
  /** Path under the demonstration's photos. */
  readonly photo: string;
  /** `YYYY:MM:DD HH:MM:SS`; null = its EXIF data are taken away. */
  readonly takenAt: string | null;
}

const MARKER_SIZE = 2;

/** Copies photos into a folder as IMG_0001.JPG and so on, with other times than their own. */
export function copyTimedPhotos(to: string, photos: readonly TimedPhoto[]): void {
  mkdirSync(to, { recursive: true });
  photos.forEach(({ photo, takenAt }, index) => {
    const name = `IMG_${String(index + 1).padStart(4, '0')}.JPG`;
    writeFileSync(join(to, name), withTime(readFileSync(join(DEMO, 'photos', photo)), takenAt));
  });
}

/** The demonstration's photos have their EXIF segment right behind the first marker. */
function withTime(jpeg: Buffer, takenAt: string | null): Uint8Array {
  if (jpeg.readUInt16BE(MARKER_SIZE) !== 0xffe1) throw new Error('expected an EXIF segment behind the first marker');
  const rest = jpeg.subarray(2 * MARKER_SIZE + jpeg.readUInt16BE(2 * MARKER_SIZE));
  const exif = takenAt === null ? [] : [createExifSegment({ takenAt, description: 'Copy' })];
  return Buffer.concat([jpeg.subarray(0, MARKER_SIZE), ...exif, rest]);
}
