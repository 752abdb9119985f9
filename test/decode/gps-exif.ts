/** What a camera writes of its position. Rationals are numerator and denominator. */
export interface GpsFields {
  readonly latitude?: readonly (readonly [number, number])[];
  readonly latitudeRef?: string;
  readonly longitude?: readonly (readonly [number, number])[];
  readonly longitudeRef?: string;
  readonly status?: string;
}

interface Entry {
  readonly tag: number;
  readonly type: 2 | 5;
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** EXIF data with a position, as a TIFF structure (EXIF 2.3, 4.6.6). */
export function writeGpsExif(fields: GpsFields, isLittleEndian = true): Uint8Array<ArrayBuffer> {
  const entries = [
    text(1, fields.latitudeRef),
    rationals(2, fields.latitude, isLittleEndian),
    text(3, fields.longitudeRef),
    rationals(4, fields.longitude, isLittleEndian),
    text(9, fields.status),
  ].filter((entry) => entry !== null);
  const start = 26;
  const valuesStart = start + 2 + 12 * entries.length + 4;
  const bytes = new Uint8Array(valuesStart + entries.reduce((sum, entry) => sum + entry.bytes.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set(isLittleEndian ? [0x49, 0x49] : [0x4d, 0x4d]);
  view.setUint16(2, 42, isLittleEndian);
  view.setUint32(4, 8, isLittleEndian);
  // The main directory holds one entry: where the position's directory is.
  view.setUint16(8, 1, isLittleEndian);
  writeHead(view, 10, { tag: 0x8825, type: 4, count: 1 }, isLittleEndian);
  view.setUint32(18, start, isLittleEndian);
  view.setUint16(start, entries.length, isLittleEndian);
  let valueAt = valuesStart;
  entries.forEach((entry, index) => {
    const at = start + 2 + 12 * index;
    writeHead(view, at, entry, isLittleEndian);
    if (entry.bytes.length <= 4) bytes.set(entry.bytes, at + 8);
    else {
      view.setUint32(at + 8, valueAt, isLittleEndian);
      bytes.set(entry.bytes, valueAt);
      valueAt += entry.bytes.length;
    }
  });
  return bytes;
}

function writeHead(
  view: DataView,
  at: number,
  head: { tag: number; type: number; count: number },
  little: boolean,
): void {
  view.setUint16(at, head.tag, little);
  view.setUint16(at + 2, head.type, little);
  view.setUint32(at + 4, head.count, little);
}

function text(tag: number, value: string | undefined): Entry | null {
  if (value === undefined) return null;
  const bytes = new TextEncoder().encode(`${value}\0`);
  return { tag, type: 2, count: bytes.length, bytes };
}

function rationals(tag: number, values: GpsFields['latitude'], isLittleEndian: boolean): Entry | null {
  if (values === undefined) return null;
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  values.flat().forEach((value, index) => view.setUint32(4 * index, value, isLittleEndian));
  return { tag, type: 5, count: values.length, bytes };
}
