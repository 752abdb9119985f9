import { commands } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import type { Raster } from '../../src/vision/raster';
import { readExif } from '../../src/runtime/decode/exif-facts';
import { decodeImage } from '../../src/runtime/decode/decode-image';
import { openImageSource } from '../../src/runtime/decode/image-source';

// Decoding is the browser's work, so these vectors run in a real one.

interface ImageLoadCase {
  readonly id: string;
  readonly tag: string;
  readonly in: { readonly file_b64: string };
  readonly lossy_decoder: boolean;
  readonly out:
    { readonly result: null } | { readonly width: number; readonly height: number; readonly rgb_b64: string };
}

interface IntermediatesImage {
  readonly filepath: string;
  readonly decoded_width?: number;
  readonly decoded_height?: number;
  /** Null when the reference cannot read the file. */
  readonly decoded: { readonly sha256: string } | null;
}

/** What a lossy decoder may differ by, per channel (README of the vectors). */
const LOSSY_TOLERANCE = 2;

await describeFile<{ cases: readonly ImageLoadCase[] }>('speciesnet/image_load.json', ({ cases }) => {
  it.each(cases.map((one) => [one.id, one.tag, one] as const))('%s %s', async (_id, _tag, one) => {
    const raster = await decode(bytesOf(one.in.file_b64));
    if ('result' in one.out) {
      expect(raster).toBeNull();
      return;
    }
    expect({ width: raster?.width, height: raster?.height }).toEqual({ width: one.out.width, height: one.out.height });
    const difference = largestDifference(rgbOf(raster!), bytesOf(one.out.rgb_b64));
    expect(difference).toBeLessThanOrEqual(one.lossy_decoder ? LOSSY_TOLERANCE : 0);
  });
});

await describeFile<{ images: readonly IntermediatesImage[] }>('e2e/intermediates.json', ({ images }) => {
  it.for(images)('$filepath has the same bytes', async (image, { skip }) => {
    const photo = await commands.readPhotoFile(image.filepath);
    if (photo === null) return skip(`the photo ${image.filepath} is not beside the vectors`);
    const raster = await decode(bytesOf(photo));
    if (image.decoded === null) {
      expect(raster).toBeNull();
      return;
    }
    const actual = { width: raster?.width, height: raster?.height, sha256: await sha256(rgbOf(raster!)) };
    const { decoded_width: width, decoded_height: height } = image;
    expect(actual).toEqual({ width, height, sha256: image.decoded.sha256 });
  });
});

// The caller knows the form of its file; JSON.parse can not.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
async function describeFile<Content>(file: string, suite: (content: Content) => void): Promise<void> {
  const text = await commands.readGoldenFile(file);
  if (text === null) describe.skip(`${file} is absent`, () => it('has no vectors here', () => undefined));
  else describe(file, () => suite(JSON.parse(text) as Content));
}

async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<Raster | null> {
  const source = await openImageSource(new Blob([bytes]));
  const outcome = await decodeImage(source, readExif(source.head.buffer));
  return outcome.kind === 'decoded' ? outcome.raster : null;
}

function rgbOf({ data, channels }: Raster): Uint8Array<ArrayBuffer> {
  const rgb = new Uint8Array((data.length / channels) * 3);
  for (let from = 0, to = 0; from < data.length; from += channels) {
    for (let c = 0; c < 3; c++) rgb[to++] = data[from + c]!;
  }
  return rgb;
}

function largestDifference(actual: Uint8Array, expected: Uint8Array): number {
  if (actual.length !== expected.length) return Infinity;
  return actual.reduce((largest, byte, i) => Math.max(largest, Math.abs(byte - expected[i]!)), 0);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
