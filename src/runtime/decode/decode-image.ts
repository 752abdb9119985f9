import { findImageHeader } from '../../domain/image-file/find-image-header';
import { headerProblem, notAnImage, sizeMissing } from '../../domain/image-file/header-problem';
import { isTooLarge, type ImageHeader } from '../../domain/image-file/image-header';
import { readBitmap } from './bitmap-pixels';
import type { ExifFacts } from './exif-facts';
import { decoded, tooLarge, unreadable, type DecodeOutcome } from './image-outcome';
import type { ImageSource } from './image-source';
import { turnRaster } from './turn-raster';
import { hideWebpExif } from './webp-exif';

/** Colour profiles are ignored and colours under transparent pixels kept, as Pillow does (measured: browser equals Pillow). */
const AS_STORED: ImageBitmapOptions = { colorSpaceConversion: 'none', premultiplyAlpha: 'none' };

/** The end of a JPEG. With it, browsers decode a cut file as the reference does: what is missing is grey. */
const END_OF_JPEG = Uint8Array.of(0xff, 0xd9);

/**
 * Decodes an image to what the reference's loader gives (speciesnet 5.0.4 with Pillow 9.4): turned by EXIF, without
 * colour profile and without compositing. The browser does it wherever it gives the same bytes. Rejects with the browser's
 * DOMException when the file went away meanwhile, and for bugs.
 */
export async function decodeImage(source: ImageSource, exif: ExifFacts): Promise<DecodeOutcome> {
  try {
    return await decodeByFormat(source, exif);
  } catch (error) {
    // An array for all pixels could not be had: a fact about this image on this machine, and the next one is smaller.
    if (error instanceof RangeError) return unreadable('undecodable', error.message);
    throw error;
  }
}

/** Nothing is decoded before its size is known: a few bytes may claim gigabytes, and a decoder would try. */
async function decodeByFormat(source: ImageSource, exif: ExifFacts): Promise<DecodeOutcome> {
  const { file, head, readAll } = source;
  const header = await findImageHeader({ head, bytes: file.size, readAll });
  if (header === null) return { kind: 'unreadable', problem: notAnImage(head) };
  const problem = headerProblem(header);
  if (problem !== null) return { kind: 'unreadable', problem };
  switch (header.format) {
    case 'tiff':
      return decodeTiffFile(source);
    case 'jpeg':
      return decodeJpeg(source, header);
    case 'png':
      return decodePng(source, header, exif);
    case 'webp':
      return decodeWebp(source, header, exif);
    case 'gif':
    case 'bmp':
    case 'heif':
    case 'ico':
      return decodePlain(source, header);
  }
}

async function decodePlain(source: ImageSource, header: ImageHeader): Promise<DecodeOutcome> {
  return (await decodeByBrowser(source.file, header)) ?? refused(header);
}

async function decodeJpeg(source: ImageSource, header: ImageHeader): Promise<DecodeOutcome> {
  return (
    (await decodeByBrowser(source.file, header)) ??
    (await decodeByBrowser(new Blob([source.file, END_OF_JPEG]), header)) ??
    refused(header)
  );
}

async function decodePng(source: ImageSource, header: ImageHeader, exif: ExifFacts): Promise<DecodeOutcome> {
  const byBrowser = header.isGrey16 ? null : await decodeByBrowser(source.file, header);
  if (byBrowser !== null) return byBrowser;
  const { decodeGrey16, parsePng, rebuildPng } = await import('./damaged-png');
  const png = parsePng(await source.readAll());
  if (png === null) return refused({ ...header, size: null });
  if (header.isGrey16) return decoded(turnRaster(decodeGrey16(png), exif.orientation));
  return (await decodeByBrowser(rebuildPng(png), header)) ?? refused(header);
}

/** Browsers do not turn a WebP; should one begin to, hiding its EXIF data keeps it from being turned twice. */
async function decodeWebp(source: ImageSource, header: ImageHeader, exif: ExifFacts): Promise<DecodeOutcome> {
  const isUpright = exif.orientation === 1;
  const file = isUpright ? source.file : new Blob([hideWebpExif(await source.readAll())]);
  const outcome = (await decodeByBrowser(file, header)) ?? refused(header);
  return outcome.kind === 'decoded' ? decoded(turnRaster(outcome.raster, exif.orientation)) : outcome;
}

async function decodeTiffFile(source: ImageSource): Promise<DecodeOutcome> {
  const { decodeTiff } = await import('./tiff-image');
  const bytes = await source.readAll();
  try {
    const tiff = await decodeTiff(bytes);
    return tiff.kind === 'too-large' ? tooLarge(tiff) : decoded(turnRaster(tiff.raster, tiff.orientation));
  } catch (error) {
    // Whatever the TIFF reader dislikes is a fact about the file.
    return unreadable('undecodable', error instanceof Error ? error.message : String(error));
  }
}

async function decodeByBrowser(file: Blob, header: ImageHeader): Promise<DecodeOutcome | null> {
  const bitmap = await openBitmap(file);
  if (bitmap === null) return null;
  try {
    if (isTooLarge(bitmap)) return tooLarge(bitmap);
    return decoded(await readBitmap(bitmap, header.mayHaveAlpha));
  } finally {
    bitmap.close();
  }
}

/** Null when the browser cannot decode the file. */
async function openBitmap(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, AS_STORED);
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

function refused(header: ImageHeader): DecodeOutcome {
  return header.size === null
    ? { kind: 'unreadable', problem: sizeMissing(header) }
    : unreadable('undecodable', `${header.format}: no decoder reads it`);
}
