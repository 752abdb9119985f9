import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeTiff } from './tiff-image';

interface TiffFile {
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
function tiff({ width, height, samples = 1, compression = 1, rowsPerStrip = height, strips = 1, data }: TiffFile) {
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

const ROWS = Uint8Array.from({ length: 64 }, (_, index) => index * 3);

describe('decodeTiff', () => {
  it.each([
    ['as they are', 1, ROWS],
    ['deflated', 8, deflateSync(ROWS)],
    ['deflated, with the older number', 32946, deflateSync(ROWS)],
  ])('reads pixels %s', async (_, compression, data) => {
    const read = await decodeTiff(tiff({ width: 8, height: 8, compression, data }));
    expect(read).toMatchObject({ kind: 'decoded', raster: { width: 8, height: 8 } });
    const { data: pixels } = (read as { raster: { data: Uint8ClampedArray } }).raster;
    expect(Array.from(ROWS.keys(), (index) => pixels[index * 3])).toEqual(Array.from(ROWS));
  });

  it('refuses a strip that unpacks to more than its rows', async () => {
    const data = deflateSync(new Uint8Array(64 * 1024 ** 2)); // 64 MiB in 65 kB
    const bomb = tiff({ width: 8, height: 8, compression: 8, rowsPerStrip: 2 ** 32 - 1, data });
    await expect(decodeTiff(bomb)).rejects.toThrow('a strip of 64 bytes unpacks to more');
  });

  it('says how large it is before anything is unpacked', async () => {
    const bomb = tiff({ width: 60_000, height: 60_000, compression: 8, data: deflateSync(ROWS) });
    expect(await decodeTiff(bomb)).toEqual({ kind: 'too-large', width: 60_000, height: 60_000 });
  });

  it('refuses more samples than any picture has', async () => {
    const bomb = tiff({ width: 13_000, height: 13_000, samples: 60_000, data: ROWS });
    await expect(decodeTiff(bomb)).rejects.toThrow(/at most 1431655760 bytes of samples/);
  });

  it('refuses more strips than the file could name', async () => {
    const bomb = tiff({ width: 8, height: 8, strips: 2 ** 31, data: ROWS });
    await expect(decodeTiff(bomb)).rejects.toThrow(/no more strips than the file has bytes, got 2147483648/);
  });
});
