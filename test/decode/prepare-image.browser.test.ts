import { commands } from 'vitest/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Connection } from '../../src/rpc/connect';
import type { DecodeApi, PreparedImage, PrepareOutcome, PrepareRequest } from '../../src/rpc/decode-api';
import { ascii, drawJpeg, withExif, writeExif, writePng, writeTiff } from './drawn-images';
import { writeGpsExif } from './gps-exif';

// The whole decoding worker, in a real browser, with pictures that are drawn here.

let api: Connection<DecodeApi>;
beforeAll(() => {
  const worker = new Worker(new URL('../../workers/decode.worker.ts', import.meta.url), { type: 'module' });
  api = connect<DecodeApi>(worker);
});
afterAll(() => api.dispose());

async function prepare(bytes: Uint8Array<ArrayBuffer>, request: Partial<PrepareRequest> = {}): Promise<PrepareOutcome> {
  const result = await api.prepare({ file: new Blob([bytes]), detectorInput: null, previewSide: 64, ...request });
  if (!result.ok) throw new Error(`expected an outcome, got ${result.error.code}: ${result.error.message}`);
  return result.value;
}

async function prepared(bytes: Uint8Array<ArrayBuffer>, request?: Partial<PrepareRequest>): Promise<PreparedImage> {
  const outcome = await prepare(bytes, request);
  if (outcome.kind !== 'prepared') throw new Error(`expected an image, got ${outcome.image.problem.code}`);
  return outcome.image;
}

function rgb(image: PreparedImage, x: number, y: number): number[] {
  const at = (y * image.width + x) * image.channels;
  return Array.from(image.pixels.subarray(at, at + 3));
}

const RED = [200, 20, 20];
const BLUE = [20, 20, 200];

function expectNear(actual: readonly number[], expected: readonly number[]): void {
  expected.forEach((value, c) => expect(Math.abs(actual[c]! - value)).toBeLessThanOrEqual(6));
}

const ROWS = [
  [10, 20, 30, 40, 50, 60],
  [70, 80, 90, 100, 110, 120],
  [130, 140, 150, 160, 170, 180],
];

describe('images', () => {
  it('JPEG with a preview, a detector input and no time', async () => {
    const image = await prepared(await drawJpeg(320, 240), { detectorInput: 'dynamic' });
    expect(image).toMatchObject({ width: 320, height: 240, channels: 4, capturedAt: null, location: null });
    expectNear(rgb(image, 10, 10), RED);
    expectNear(rgb(image, 310, 230), BLUE);
    expect(image.detectorInput).toMatchObject({ width: 1280, height: 960 });
    expect(image.detectorInput?.tensor.length).toBe(3 * 1280 * 960);
    const preview = await createImageBitmap(image.preview);
    expect([image.preview.type, preview.width, preview.height]).toEqual(['image/jpeg', 64, 48]);
    preview.close();
  });

  it('a letterbox that is left to the networks’ worker is not made, but asked for', async () => {
    const request = { detectorInput: 'dynamic', isLetterboxLater: true } as const;
    const image = await prepared(await drawJpeg(320, 240), request);
    expect(image).toMatchObject({ width: 320, height: 240, channels: 4, detectorInput: null, letterboxFor: 'dynamic' });
    expectNear(rgb(image, 10, 10), RED);
    const none = await prepared(await drawJpeg(320, 240), { isLetterboxLater: true });
    expect(none).toMatchObject({ detectorInput: null });
    expect(none).not.toHaveProperty('letterboxFor');
  });

  it('JPEG with the position of its camera', async () => {
    const exif = writeGpsExif({
      latitude: [
        [1, 1],
        [17, 1],
        [1140, 100],
      ],
      latitudeRef: 'S',
      longitude: [
        [36, 1],
        [49, 1],
        [228, 100],
      ],
      longitudeRef: 'E',
    });
    const { location } = await prepared(withExif(await drawJpeg(320, 240), exif));
    expect(location?.latitude).toBeCloseTo(-1.2865, 10);
    expect(location?.longitude).toBeCloseTo(36.8173, 10);
  });

  it.each([
    [1, false, RED, BLUE],
    [3, false, BLUE, RED],
    [6, true, RED, BLUE],
    [8, true, BLUE, RED],
  ])('JPEG turned by EXIF %i, with its time', async (orientation, swapsSides, first, last) => {
    const jpeg = withExif(await drawJpeg(320, 240), writeExif(orientation, '2021:07:14 05:06:07'));
    const image = await prepared(jpeg);
    expect([image.width, image.height]).toEqual(swapsSides ? [240, 320] : [320, 240]);
    expect(image.capturedAt).toBe('2021-07-14T05:06:07');
    expectNear(rgb(image, 10, 10), first);
    expectNear(rgb(image, image.width - 10, image.height - 10), last);
    const preview = await createImageBitmap(image.preview);
    expect([preview.width, preview.height]).toEqual(swapsSides ? [48, 64] : [64, 48]);
    preview.close();
  });

  it('JPEG cut in the middle: what is missing is grey', async () => {
    const jpeg = await drawJpeg(640, 480);
    const image = await prepared(jpeg.slice(0, jpeg.length - Math.floor(jpeg.length / 5)));
    expectNear(rgb(image, 10, 10), RED);
    expect(rgb(image, 630, 470)).toEqual([128, 128, 128]);
  });

  it('PNG whose colours lie under transparency', async () => {
    const rows = [[200, 100, 50, 0, 1, 2, 3, 128]];
    const image = await prepared(await writePng({ width: 2, height: 1, depth: 8, colourType: 6, rows }));
    expect([rgb(image, 0, 0), rgb(image, 1, 0)]).toEqual([
      [200, 100, 50],
      [1, 2, 3],
    ]);
  });

  it('PNG of 16 bits grey: clipped, not scaled', async () => {
    const rows = [[0, 7, 0, 255, 1, 0, 255, 255]];
    const image = await prepared(await writePng({ width: 4, height: 1, depth: 16, colourType: 0, rows }));
    expect([0, 1, 2, 3].map((x) => rgb(image, x, 0)[0])).toEqual([7, 255, 255, 255]);
  });

  it('PNG cut in its pixels: what is missing is black', async () => {
    const rows = Array.from({ length: 40 }, (_, y) =>
      Array.from({ length: 120 }, (_, i) => (i * i * 31 + y * y * 17) % 256),
    );
    const png = await writePng({ width: 40, height: 40, depth: 8, colourType: 2, rows });
    const image = await prepared(png.slice(0, Math.floor(png.length / 2)));
    expect(rgb(image, 1, 1)).toEqual(rows[1]!.slice(3, 6));
    expect(rgb(image, 39, 39)).toEqual([0, 0, 0]);
  });

  it.each([
    ['little', true],
    ['big', false],
  ])('TIFF in %s-endian order', async (_order, isLittleEndian) => {
    const rows = Array.from({ length: 90 }, (_, y) => ROWS[y % 3]!);
    const image = await prepared(writeTiff(2, rows, isLittleEndian));
    expect(image).toMatchObject({ width: 2, height: 90, channels: 3 });
    expect(Array.from(image.pixels)).toEqual(rows.flat());
  });

  it('TIFF cut in a row: that row and the rest are black', async () => {
    const tiff = writeTiff(2, ROWS, true);
    const image = await prepared(tiff.slice(0, tiff.length - 8));
    expect(Array.from(image.pixels)).toEqual([...ROWS[0]!, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('too narrow for a letterbox: an image without detector input', async () => {
    const rows = [Array.from({ length: 5000 * 3 }, () => 9)];
    const png = await writePng({ width: 5000, height: 1, depth: 8, colourType: 2, rows });
    const image = await prepared(png, { detectorInput: 'dynamic' });
    expect([image.width, image.detectorInput]).toEqual([5000, null]);
  });
});

describe('files that are no images are outcomes, and the next image is not hurt', () => {
  it.each<[string, () => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>, string]>([
    ['nothing', () => new Uint8Array(0), 'file-empty'],
    ['text', () => ascii('hello'), 'not-an-image'],
    ['a web page', () => ascii('<!doctype html><p>not found'), 'not-an-image'],
    ['a JPEG cut in its header', async () => (await drawJpeg(64, 64)).slice(0, 30), 'file-ends-early'],
    ['a PNG cut in its header', async () => (await pngOf(2, 2)).slice(0, 20), 'file-ends-early'],
    ['a JPEG without pixels', async () => withoutPixels(await drawJpeg(64, 64)), 'undecodable'],
    ['a PNG above the limit', async () => enlarged(await pngOf(2, 2)), 'too-large'],
    ['a JPEG that claims 65,000 x 65,000', async () => claimingSide(await drawJpeg(64, 64), 65_000), 'too-large'],
    [
      'the same behind 400 kB of comments',
      async () => behindComments(claimingSide(await drawJpeg(64, 64), 65_000)),
      'too-large',
    ],
    ['a GIF that claims 65,000 x 65,000', () => gifOf(65_000), 'too-large'],
    ['an AVIF that claims 65,000 x 65,000', () => avifOf(65_000), 'too-large'],
    ['an AVIF without pixels', () => avifOf(64), 'undecodable'],
    ['a TIFF cut in its header', () => writeTiff(2, ROWS, true).slice(0, 60), 'undecodable'],
  ])('%s', async (_what, create, code) => {
    const outcome = await prepare(await create());
    expect(outcome).toMatchObject({ kind: 'unreadable', image: { problem: { code } } });
    await expect(prepare(await drawJpeg(64, 64))).resolves.toMatchObject({ kind: 'prepared' });
  });
});

describe('the broken files beside the project', () => {
  it.for([
    ['notes.html.jpg', 'not-an-image'],
    ['png_inside.jpg', '682x512'],
    ['text.jpg', 'not-an-image'],
    ['tiny_1x1.jpg', '1x1'],
    ['tiny_4x3.jpg', '4x3'],
    ['truncated_1pct.jpg', '2048x1536'],
    ['truncated_half.jpg', '2048x1536'],
    ['truncated_header.jpg', 'file-ends-early'],
    ['zero.jpg', 'file-empty'],
  ])('%s: %s', async ([name, expected], { skip }) => {
    const photo = await commands.readPhotoFile(`bad/${name}`);
    if (photo === null) return skip('../shared/photos is not there');
    const outcome = await prepare(Uint8Array.from(atob(photo), (letter) => letter.charCodeAt(0)));
    const { image } = outcome;
    expect('problem' in image ? image.problem.code : `${image.width}x${image.height}`).toBe(expected);
  });
});

function pngOf(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const rows = Array.from({ length: height }, () => Array.from({ length: width * 3 }, () => 7));
  return writePng({ width, height, depth: 8, colourType: 2, rows });
}

/** Another size in its frame header, for pixels of 64 x 64. */
function claimingSide(jpeg: Uint8Array<ArrayBuffer>, side: number): Uint8Array<ArrayBuffer> {
  const at = jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === 0xc0);
  const view = new DataView(jpeg.buffer);
  view.setUint16(at + 5, side);
  view.setUint16(at + 7, side);
  return jpeg;
}

function behindComments(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const comment = [0xff, 0xfe, 0xff, 0xff, ...Array<number>(0xffff - 2).fill(32)];
  return Uint8Array.from([
    ...jpeg.subarray(0, 2),
    ...Array.from({ length: 6 }, () => comment).flat(),
    ...jpeg.subarray(2),
  ]);
}

const gifOf = (side: number) =>
  Uint8Array.from([
    ...ascii('GIF89a'),
    ...[1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    ...[0x2c, 0, 0, 0, 0, side & 255, side >> 8, side & 255, side >> 8, 0],
    ...[2, 2, 0x4c, 1, 0, 0x3b],
  ]);

function avifOf(side: number): Uint8Array<ArrayBuffer> {
  const uint32 = (value: number) => [0, 0, value >> 8, value & 255];
  const box = (type: string, content: number[]) => [...uint32(8 + content.length), ...ascii(type), ...content];
  const size = box('ispe', [0, 0, 0, 0, ...uint32(side), ...uint32(side)]);
  const meta = box('meta', [0, 0, 0, 0, ...box('iprp', box('ipco', size))]);
  return Uint8Array.from([...box('ftyp', [...ascii('avif'), 0, 0, 0, 0, ...ascii('avif')]), ...meta]);
}

/** Says 20,000 x 20,000 in its header. */
function enlarged(png: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  new DataView(png.buffer).setUint32(16, 20_000);
  new DataView(png.buffer).setUint32(20, 20_000);
  return png;
}

/** Cut behind the frame header, before the tables that the pixels need. */
function withoutPixels(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const frame = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0);
  return jpeg.slice(0, frame + 19);
}
