/** Pictures in many formats, written here byte by byte, so that the tests know every pixel. */

type Bytes = Uint8Array<ArrayBuffer>;

/** A JPEG of two halves, red left and blue right, by the browser's encoder. */
export async function drawJpeg(width: number, height: number): Promise<Bytes> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'rgb(200 20 20)';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = 'rgb(20 20 200)';
  context.fillRect(width / 2, 0, width / 2, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  return new Uint8Array(await blob.arrayBuffer());
}

/** EXIF data with a turn and a time, as a TIFF structure. */
export function writeExif(orientation: number, time: string): Bytes {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  bytes.set(ascii('II*\0'));
  view.setUint32(4, 8, true);
  view.setUint16(8, 2, true);
  writeEntry(view, 10, 0x0112, 3, 1, orientation);
  writeEntry(view, 22, 0x0132, 2, 20, 38);
  bytes.set(ascii(time), 38);
  return bytes;
}

/** Puts EXIF data behind the start of a JPEG. */
export function withExif(jpeg: Bytes, exif: Bytes): Bytes {
  const segment = [0xff, 0xe1, 0, exif.length + 8, ...ascii('Exif\0\0'), ...exif];
  return Uint8Array.from([...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2)]);
}

interface DrawnPng {
  readonly width: number;
  readonly height: number;
  readonly depth: 8 | 16;
  /** 0 grey, 2 RGB, 6 RGBA. */
  readonly colourType: 0 | 2 | 6;
  /** The bytes of all rows, without filters. */
  readonly rows: readonly (readonly number[])[];
}

export async function writePng({ width, height, depth, colourType, rows }: DrawnPng): Promise<Bytes> {
  const header = [...uint32(width), ...uint32(height), depth, colourType, 0, 0, 0];
  const filtered = Uint8Array.from(rows.flatMap((row) => [0, ...row]));
  const packing = new Blob([filtered]).stream().pipeThrough(new CompressionStream('deflate'));
  const packed = new Uint8Array(await new Response(packing).arrayBuffer());
  const signature = [0x89, ...ascii('PNG\r\n\u001a\n')];
  return Uint8Array.from([...signature, ...chunk('IHDR', header), ...chunk('IDAT', [...packed]), ...chunk('IEND', [])]);
}

/** An RGB TIFF without compression, one strip per row, in either byte order. */
export function writeTiff(width: number, rows: readonly (readonly number[])[], isLittleEndian: boolean): Bytes {
  const tags = 9;
  const offsetsAt = 10 + 12 * tags;
  const countsAt = offsetsAt + 4 * rows.length;
  const pixelsAt = countsAt + 4 * rows.length;
  const bytes = new Uint8Array(pixelsAt + rows.length * width * 3);
  const view = new DataView(bytes.buffer);
  bytes.set(ascii(isLittleEndian ? 'II*\0' : 'MM\0*'));
  view.setUint32(4, 8, isLittleEndian);
  view.setUint16(8, tags, isLittleEndian);
  const entries = [
    [256, 4, 1, width],
    [257, 4, 1, rows.length],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 2],
    [273, 4, rows.length, offsetsAt],
    [277, 3, 1, 3],
    [278, 4, 1, 1],
    [279, 4, rows.length, countsAt],
  ] as const;
  entries.forEach(([tag, type, count, value], i) => {
    writeEntry(view, 10 + 12 * i, tag, type, count, value, isLittleEndian);
  });
  rows.forEach((row, y) => {
    view.setUint32(offsetsAt + 4 * y, pixelsAt + y * width * 3, isLittleEndian);
    view.setUint32(countsAt + 4 * y, width * 3, isLittleEndian);
    bytes.set(row, pixelsAt + y * width * 3);
  });
  return bytes;
}

export function ascii(text: string): Bytes {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function writeEntry(
  view: DataView,
  at: number,
  tag: number,
  type: number,
  count: number,
  value: number,
  isLittleEndian = true,
): void {
  view.setUint16(at, tag, isLittleEndian);
  view.setUint16(at + 2, type, isLittleEndian);
  view.setUint32(at + 4, count, isLittleEndian);
  if (type === 3) view.setUint16(at + 8, value, isLittleEndian);
  else view.setUint32(at + 8, value, isLittleEndian);
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...ascii(type), ...data];
  return [...uint32(data.length), ...body, ...uint32(crc32(body))];
}

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
