interface GreyTiff {
  readonly width: number;
  readonly height: number;
  readonly samples?: number;
  readonly compression?: number;
  readonly rowsPerStrip?: number;
  /** How many strips the file says that it has; null = one. */
  readonly strips?: number;
  readonly data: Uint8Array;
}

/** A little-endian grey TIFF of 8 bits with its pixels behind the directory. */
export function writeGreyTiff({
  width,
  height,
  samples = 1,
  compression = 1,
  rowsPerStrip = height,
  strips = 1,
  data,
}: GreyTiff): Uint8Array<ArrayBuffer> {
  const tags: [tag: number, type: number, count: number, value: number][] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 1, 8],
    [259, 3, 1, compression],
    [262, 3, 1, 1],
    [273, 4, strips, 0],
    [277, 3, 1, samples],
    [278, 4, 1, rowsPerStrip],
    [279, 4, strips, data.length],
    [284, 3, 1, 1],
  ];
  const start = 8 + 2 + tags.length * 12 + 4;
  const bytes = Buffer.alloc(start + data.length);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(tags.length, 8);
  for (const [index, [tag, type, count, value]] of tags.entries()) {
    const at = 10 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    if (type === 3) bytes.writeUInt16LE(value, at + 8);
    else bytes.writeUInt32LE(tag === 273 ? start : value, at + 8);
  }
  bytes.set(data, start);
  return new Uint8Array(bytes);
}
