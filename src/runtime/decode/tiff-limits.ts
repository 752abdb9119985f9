import { addDecoder, BaseDecoder, type GeoTIFFImage } from 'geotiff';
import { Inflate } from 'pako';
import { readImageHeader } from '../../domain/image-file/image-header';
import { countJpegSamples } from './jpeg-samples';
import { measureLzw, measurePackBits, measureZstd, type MeasureUnpacked } from './unpacked-bytes';

/** The most pixels that the reference accepts, in four channels of 16 bits. */
const MOST_BYTES = 178_956_970 * 8;

/** Where the strips or tiles lie, and how long they are: one number for each. */
const PLACES = [273, 279, 324, 325];

const DEFLATE = [8, 32946];

/** By the number of the compression. Deflated blocks are bounded while they are unpacked; see below. */
const MEASURES: Readonly<Record<number, MeasureUnpacked>> = {
  5: measureLzw,
  7: countJpegSamples,
  32773: measurePackBits,
  50000: measureZstd,
  50001: measureWebp,
};
/** geotiff reads it, the reference does not, and what it unpacks to stands in no one place. */
const LERC = 34887;
/** Encoders that write a little too much are common, and harmless. */
const SLACK_BYTES = 4096;

type Directory = GeoTIFFImage['fileDirectory'];
type TagName = Parameters<Directory['loadValue']>[0];

/**
 * Refuses a TIFF made to fill the memory: more samples than any picture has, or more strips than its file could name. Its
 * size in pixels is checked before.
 * @throws Error that says which
 */
export function checkTiffLimits(image: GeoTIFFImage, fileBytes: number): void {
  const bits = Array.from({ length: image.getSamplesPerPixel() }, (_, sample) => image.getBitsPerSample(sample));
  const bytes = (image.getWidth() * image.getHeight() * sum(bits)) / 8;
  if (bytes > MOST_BYTES) throw new Error(`tiff: expected at most ${MOST_BYTES} bytes of samples, got ${bytes}`);
  for (const tag of PLACES) {
    const places = image.fileDirectory.deferredArrays.get(tag);
    if (places !== undefined && places.length * places.itemSize > fileBytes) {
      throw new Error(`tiff: expected no more strips than the file has bytes, got ${places.length}`);
    }
  }
}

/**
 * Refuses a TIFF with a strip or tile that unpacks to much more than its rows. Such data are measured first, because their
 * decoders can't be stopped; a few kilobytes may become gigabytes.
 * @throws Error that says how much is expected
 */
export async function checkTiffBlocks({ fileDirectory }: GeoTIFFImage, bytes: Uint8Array): Promise<void> {
  const compression = (await fileDirectory.loadValue('Compression')) ?? 1;
  if (compression === LERC) throw new Error('tiff: compression by LERC is not supported');
  const measure = MEASURES[compression];
  if (measure === undefined) return;
  const { mostBytes } = await readParameters(fileDirectory);
  const check = (block: Uint8Array) => {
    if (measure(block) > 2 * mostBytes + SLACK_BYTES) {
      throw new Error(`tiff: a strip of ${mostBytes} bytes unpacks to more`);
    }
  };
  const tables = await fileDirectory.loadValue('JPEGTables');
  if (compression === 7 && tables !== undefined) check(Uint8Array.from(tables as ArrayLike<number>));
  const [offsets, lengths] = await readPlaces(fileDirectory);
  for (const [index, offset] of offsets.entries()) check(bytes.subarray(offset, offset + (lengths[index] ?? 0)));
}

async function readPlaces(directory: Directory): Promise<[offsets: number[], lengths: number[]]> {
  const isTiled = !directory.hasTag('StripOffsets');
  const read = async (tag: TagName) =>
    Array.from(((await directory.loadValue(tag)) ?? []) as ArrayLike<number>, Number);
  return [
    await read(isTiled ? 'TileOffsets' : 'StripOffsets'),
    await read(isTiled ? 'TileByteCounts' : 'StripByteCounts'),
  ];
}

/** RGBA, as the browser gives it. */
function measureWebp(packed: Uint8Array): number {
  const size = readImageHeader(packed)?.size ?? null;
  if (size === null) throw new Error('tiff: expected a picture in each strip');
  return size.width * size.height * 4;
}

interface BlockLimit {
  readonly mostBytes: number;
}

/** What a strip or tile unpacks to is known: the rest is left packed. */
class BoundedInflate extends BaseDecoder {
  override decodeBlock(packed: ArrayBuffer): ArrayBuffer {
    const { mostBytes } = this.parameters as unknown as BlockLimit;
    const inflate = new Inflate();
    const parts: Uint8Array[] = [];
    let bytes = 0;
    inflate.onData = (part: Uint8Array) => {
      bytes += part.length;
      if (bytes > mostBytes) throw new Error(`tiff: a strip of ${mostBytes} bytes unpacks to more`);
      parts.push(part);
    };
    inflate.push(new Uint8Array(packed), true);
    const status: number = inflate.err;
    if (status !== 0) throw new Error(`tiff: a strip can not be unpacked: ${inflate.msg}`);
    const whole = new Uint8Array(bytes);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole.buffer;
  }
}

/** As geotiff 3.0.5 reads them for all its decoders, with the size of a whole strip or tile. */
async function readParameters(directory: Directory) {
  const isTiled = !directory.hasTag('StripOffsets');
  const read = async (tag: TagName) => Number((await directory.loadValue(tag)) ?? 0);
  const length = await read('ImageLength');
  const tileWidth = await read(isTiled ? 'TileWidth' : 'ImageWidth');
  const tileHeight = isTiled ? await read('TileLength') : (await read('RowsPerStrip')) || length;
  const bitsPerSample = (await directory.loadValue('BitsPerSample')) as number[];
  const height = isTiled ? tileHeight : Math.min(tileHeight, length);
  const mostBytes = Math.ceil((tileWidth * sum(Array.from(bitsPerSample))) / 8) * height;
  if (mostBytes > MOST_BYTES) throw new Error(`tiff: expected strips of at most ${MOST_BYTES} bytes, got ${mostBytes}`);
  return {
    tileWidth,
    tileHeight,
    planarConfiguration: await read('PlanarConfiguration'),
    bitsPerSample,
    predictor: (await read('Predictor')) || 1,
    mostBytes,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

addDecoder(DEFLATE, () => Promise.resolve(BoundedInflate as unknown as typeof BaseDecoder), readParameters);
