import { fromArrayBuffer, type GeoTIFFImage } from 'geotiff';
import { isTooLarge } from '../../domain/image-file/image-header';
import type { Raster } from '../../vision/raster';
import { rgbFromSamples, type TiffColours } from './tiff-colours';
import { checkTiffBlocks, checkTiffLimits } from './tiff-limits';

/** A TIFF, or that it is larger than the reference accepts. Anything unreadable is thrown. */
export type TiffOutcome =
  | { readonly kind: 'decoded'; readonly raster: Raster; readonly orientation: number }
  | { readonly kind: 'too-large'; readonly width: number; readonly height: number };

const TAG = {
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  stripByteCounts: 279,
  colorMap: 320,
  extraSamples: 338,
} as const;

const UNCOMPRESSED = 1;

/** Decodes the first image of a TIFF, before its turn: no browser does. */
export async function decodeTiff(bytes: Uint8Array<ArrayBuffer>): Promise<TiffOutcome> {
  const opened = await openImage(bytes);
  const [width, height] = [opened.getWidth(), opened.getHeight()];
  if (isTooLarge({ width, height })) return { kind: 'too-large', width, height };
  checkTiffLimits(opened, bytes.length);
  await checkTiffBlocks(opened, bytes);
  const image = (await reopenPadded(opened, bytes)) ?? opened;
  const colours = await readColours(image);
  const samples = await image.readRasters({ interleave: true });
  const data = rgbFromSamples(samples, width * height, colours);
  return {
    kind: 'decoded',
    raster: { width, height, channels: 3, data },
    orientation: await readNumber(image, TAG.orientation, 1),
  };
}

/**
 * A file without compression that was cut: its missing rows become zeros. Null for sound files, and for compressed ones,
 * which fail in the reference too.
 */
async function reopenPadded(image: GeoTIFFImage, bytes: Uint8Array<ArrayBuffer>): Promise<GeoTIFFImage | null> {
  if ((await readNumber(image, TAG.compression, UNCOMPRESSED)) !== UNCOMPRESSED) return null;
  const strips = await readStrips(image);
  const length = strips.reduce((last, strip) => Math.max(last, strip.offset + strip.bytes), 0);
  const rowBytes = Math.ceil((image.getWidth() * (await bitsPerPixel(image))) / 8);
  const missing = length - bytes.length;
  // More than all pixels cannot be missing: such offsets are nonsense, and no reason to ask for gigabytes.
  if (missing <= 0 || missing > rowBytes * image.getHeight()) return null;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  for (const { offset, bytes: stripBytes } of strips) {
    const isCut = offset < bytes.length && bytes.length < offset + stripBytes;
    if (isCut) padded.fill(0, bytes.length - ((bytes.length - offset) % rowBytes));
  }
  return openImage(padded);
}

async function readStrips(image: GeoTIFFImage): Promise<{ readonly offset: number; readonly bytes: number }[]> {
  const counts = await readNumbers(image, TAG.stripByteCounts);
  return (await readNumbers(image, TAG.stripOffsets)).map((offset, i) => ({ offset, bytes: counts[i] ?? 0 }));
}

async function bitsPerPixel(image: GeoTIFFImage): Promise<number> {
  return (await readNumbers(image, TAG.bitsPerSample)).reduce((sum, bits) => sum + bits, 0);
}

async function openImage(bytes: Uint8Array<ArrayBuffer>): Promise<GeoTIFFImage> {
  const image = await (await fromArrayBuffer(bytes.buffer)).getImage(0);
  const { actualizedFields, deferredArrays } = image.fileDirectory;
  // geotiff 3.0.5 reads arrays that it left for later as little-endian, whatever the file is: read them here.
  if (!image.littleEndian) {
    for (const [tag, { arrayOffset, itemSize, length }] of deferredArrays) {
      actualizedFields.set(tag, readBigEndian(new DataView(bytes.buffer, arrayOffset), itemSize, length));
    }
  }
  // geotiff wants one number for each sample; files may have one for all, or none, which means 1.
  const bits = await readNumbers(image, TAG.bitsPerSample);
  const samples = image.getSamplesPerPixel();
  const allBits = Array.from({ length: samples }, (_, i) => bits[i] ?? bits[0] ?? 1);
  actualizedFields.set(TAG.bitsPerSample, allBits);
  return image;
}

function readBigEndian(view: DataView, itemSize: number, length: number): number[] {
  return Array.from({ length }, (_, i) => {
    if (itemSize === 2) return view.getUint16(2 * i);
    return itemSize === 4 ? view.getUint32(4 * i) : Number(view.getBigUint64(8 * i));
  });
}

async function readColours(image: GeoTIFFImage): Promise<TiffColours> {
  const bits = await readNumbers(image, TAG.bitsPerSample);
  const fillOrder = await readNumber(image, TAG.fillOrder, 1);
  if (fillOrder !== 1) throw new Error(`tiff: expected the bit order 1, got ${fillOrder}`);
  return {
    photometric: await readNumber(image, TAG.photometric, 0),
    bits: bits[0] ?? 1,
    samplesPerPixel: image.getSamplesPerPixel(),
    isPremultiplied: (await readNumber(image, TAG.extraSamples, 0)) === 1,
    colorMap: await readNumbers(image, TAG.colorMap),
  };
}

async function readNumber(image: GeoTIFFImage, tag: number, otherwise: number): Promise<number> {
  return (await readNumbers(image, tag))[0] ?? otherwise;
}

/** All values of a tag; none when the file does not have it. */
async function readNumbers(image: GeoTIFFImage, tag: number): Promise<number[]> {
  const value: unknown = image.fileDirectory.hasTag(tag) ? await image.fileDirectory.loadValue(tag) : undefined;
  if (typeof value === 'number') return [value];
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as ArrayLike<number>, Number);
  return [];
}
