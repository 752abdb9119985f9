import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeGreyTiff as tiff } from '../../../test/decode/grey-tiff';
import { decodeTiff } from './tiff-image';

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
