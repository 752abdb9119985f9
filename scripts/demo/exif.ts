/** What the drawn photos say of themselves in their EXIF data. */
export interface PhotoFacts {
  /** `YYYY:MM:DD HH:MM:SS`, EXIF's own spelling of the camera's wall clock. */
  readonly takenAt: string;
  readonly description: string;
}

interface Entry {
  readonly tag: number;
  readonly text: string;
}

const MAKE = 'Understory';
const MODEL = 'Demonstration (drawn by a script)';

/** An APP1 segment (EXIF 2.3, big-endian) for insertion right after a JPEG's SOI marker. */
export function createExifSegment({ takenAt, description }: PhotoFacts): Uint8Array {
  const main: Entry[] = [
    { tag: 0x010e, text: description },
    { tag: 0x010f, text: MAKE },
    { tag: 0x0110, text: MODEL },
    { tag: 0x0132, text: takenAt },
  ];
  const camera: Entry[] = [
    { tag: 0x9003, text: takenAt },
    { tag: 0x9004, text: takenAt },
  ];
  const mainStart = 8;
  // The main directory has one more entry than its texts: the pointer to the camera's own directory.
  const cameraStart = mainStart + directorySize(main.length + 1) + textsSize(main);
  const tiff = new DataView(new ArrayBuffer(cameraStart + directorySize(camera.length) + textsSize(camera)));
  tiff.setUint16(0, 0x4d4d);
  tiff.setUint16(2, 42);
  tiff.setUint32(4, mainStart);
  writeDirectory(tiff, mainStart, main, cameraStart);
  writeDirectory(tiff, cameraStart, camera, null);

  const marker = [0xff, 0xe1, 0, 0, ...new TextEncoder().encode('Exif\0\0')];
  const segment = new Uint8Array(marker.length + tiff.byteLength);
  segment.set(marker);
  segment.set(new Uint8Array(tiff.buffer), marker.length);
  new DataView(segment.buffer).setUint16(2, segment.length - 2);
  return segment;
}

function writeDirectory(tiff: DataView, start: number, entries: readonly Entry[], subDirectory: number | null): void {
  const count = entries.length + (subDirectory === null ? 0 : 1);
  tiff.setUint16(start, count);
  let at = start + 2;
  let textAt = start + directorySize(count);
  for (const { tag, text } of entries) {
    const bytes = new TextEncoder().encode(`${text}\0`);
    writeEntry(tiff, at, tag, 2, bytes.length, textAt);
    new Uint8Array(tiff.buffer).set(bytes, textAt);
    textAt += bytes.length + (bytes.length % 2);
    at += 12;
  }
  if (subDirectory !== null) writeEntry(tiff, at, 0x8769, 4, 1, subDirectory);
}

function writeEntry(tiff: DataView, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.setUint16(at, tag);
  tiff.setUint16(at + 2, type);
  tiff.setUint32(at + 4, count);
  tiff.setUint32(at + 8, value);
}

function directorySize(entries: number): number {
  return 2 + entries * 12 + 4;
}

function textsSize(entries: readonly Entry[]): number {
  return entries.reduce((sum, { text }) => sum + ((text.length + 2) >> 1) * 2, 0);
}
