import { readFileSync, writeFileSync } from 'node:fs';
import type { Coordinates } from '../src/domain/geolocation';

const POINTER_TO_GPS = 0x8825;
const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;
const SECONDS_AS = 10_000;

/** Copies a JPEG with coordinates in its EXIF data in place of what it said before. */
export function writePhotoWithGps(from: string, to: string, place: Coordinates): void {
  const jpeg = readFileSync(from);
  writeFileSync(to, Buffer.concat([jpeg.subarray(0, 2), exifSegment(place), withoutExif(jpeg)]));
}

/** What follows the first marker, without APP1 segments. */
function withoutExif(jpeg: Buffer): Buffer {
  let at = 2;
  while (jpeg.readUInt16BE(at) === 0xffe1) at += 2 + jpeg.readUInt16BE(at + 2);
  return jpeg.subarray(at);
}

/** An APP1 segment (EXIF 2.3, big-endian) with a GPS directory: references, and degrees, minutes, seconds. */
function exifSegment({ latitude, longitude }: Coordinates): Buffer {
  const gpsAt = 26;
  const valuesAt = gpsAt + 2 + 4 * 12 + 4;
  const tiff = Buffer.alloc(valuesAt + 48);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  writeEntry(tiff, 10, [POINTER_TO_GPS, LONG, 1, gpsAt]);
  tiff.writeUInt16BE(4, gpsAt);
  const letters = [latitude < 0 ? 'S' : 'N', longitude < 0 ? 'W' : 'E'] as const;
  for (const [index, degrees] of [latitude, longitude].entries()) {
    const entry = gpsAt + 2 + index * 24;
    const at = valuesAt + index * 24;
    // A text of two bytes stands in the entry itself, at its left.
    writeEntry(tiff, entry, [1 + index * 2, ASCII, 2, letters[index]!.charCodeAt(0) * 2 ** 24]);
    writeEntry(tiff, entry + 12, [2 + index * 2, RATIONAL, 3, at]);
    writeDegrees(tiff, at, Math.abs(degrees));
  }
  const head = Buffer.from([0xff, 0xe1, 0, 0, ...Buffer.from('Exif\0\0', 'latin1')]);
  const segment = Buffer.concat([head, tiff]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return segment;
}

function writeEntry(tiff: Buffer, at: number, [tag, type, count, value]: readonly [number, number, number, number]) {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
  tiff.writeUInt32BE(value, at + 8);
}

function writeDegrees(tiff: Buffer, at: number, degrees: number): void {
  const whole = Math.floor(degrees);
  const minutes = Math.floor((degrees - whole) * 60);
  const seconds = Math.round(((degrees - whole) * 60 - minutes) * 60 * SECONDS_AS);
  for (const [index, [top, bottom]] of [
    [whole, 1],
    [minutes, 1],
    [seconds, SECONDS_AS],
  ].entries()) {
    tiff.writeUInt32BE(top!, at + index * 8);
    tiff.writeUInt32BE(bottom!, at + index * 8 + 4);
  }
}
