import { LARGEST_FILE } from '../../domain/image-file/find-image-header';
import { readImageHeader } from '../../domain/image-file/image-header';
import type { DetectorInput, PreparedImage, PrepareOutcome, PrepareRequest } from '../../rpc/decode-api';
import { transfer } from '../../rpc/transfer';
import { fitLetterbox } from '../../vision/letterbox';
import { letterboxTensor } from '../../vision/letterbox-pixels';
import type { Raster } from '../../vision/raster';
import { decodeImage } from './decode-image';
import { readExif, type ExifFacts } from './exif-facts';
import { unreadable, type DecodeOutcome, type UnreadableOutcome } from './image-outcome';
import { openImageSource } from './image-source';
import { drawPreview } from './preview';

/**
 * Reads, decodes and letterboxes one image. What is wrong with the file is an outcome; nothing of one image stays behind
 * for the next. `decodeMs` covers reading, EXIF data and pixels; `preprocessMs` the detector's input and the preview.
 */
export async function prepareImage(request: PrepareRequest): Promise<PrepareOutcome> {
  const startMs = performance.now();
  const read = await readImage(request.file);
  const decodedMs = performance.now();
  const decodeMs = decodedMs - startMs;
  if (read.kind === 'unreadable') return { kind: 'unreadable', image: { problem: read.problem, decodeMs } };

  const { raster, exif } = read;
  const { detectorInput: target, isLetterboxLater = false } = request;
  const detectorInput = isLetterboxLater ? null : letterbox(raster, target);
  const image: PreparedImage = {
    width: raster.width,
    height: raster.height,
    channels: raster.channels,
    pixels: raster.data,
    capturedAt: exif.capturedAt,
    location: exif.location,
    sha256: read.sha256,
    detectorInput,
    ...(isLetterboxLater && target !== null && { letterboxFor: target }),
    preview: await drawPreview(raster, request.previewSide),
    decodeMs,
    preprocessMs: performance.now() - decodedMs,
  };
  return transfer({ kind: 'prepared', image }, buffersOf(image));
}

interface ReadImage {
  readonly exif: ExifFacts;
  readonly sha256: string | null;
}

type ReadOutcome = (DecodeOutcome & { readonly kind: 'decoded' } & ReadImage) | UnreadableOutcome;

/** What the browser says when a file was removed, changed or closed to us since it was listed. */
const GONE: ReadonlySet<string> = new Set(['NotFoundError', 'NotReadableError', 'NotAllowedError', 'SecurityError']);

/** Files vanish and lose their permission between listing and reading, and in the middle of it. */
async function readImage(file: Blob): Promise<ReadOutcome> {
  if (file.size === 0) return unreadable('file-empty', '0 bytes');
  if (file.size > LARGEST_FILE) return unreadable('not-an-image', `${file.size} bytes`);
  try {
    const source = await openImageSource(file);
    // A TIFF may keep its tags at its end.
    const isTiff = readImageHeader(source.head)?.format === 'tiff';
    const exif = readExif((isTiff ? await source.readAll() : source.head).buffer);
    const outcome = await decodeImage(source, exif);
    if (outcome.kind === 'decoded') return { ...outcome, exif, sha256: await hashOf(await source.readAll()) };
    // A decoder does not tell a bad file from one that is gone: reading it does.
    await source.readAll();
    return outcome;
  } catch (error) {
    if (!(error instanceof DOMException) || !GONE.has(error.name)) throw error;
    return unreadable('file-missing', `${error.name}: ${error.message}`);
  }
}

/** By this the same photo is known again under another path and on another computer. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  if (!isSecureContext) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function letterbox(raster: Raster, target: PrepareRequest['detectorInput']): DetectorInput | null {
  const plan = target === null ? null : fitLetterbox(raster, target);
  if (plan === null) return null;
  return { width: plan.width, height: plan.height, tensor: letterboxTensor(raster, plan) };
}

/** Large buffers move to the page; a copy of each would cost as much as decoding. */
function buffersOf(image: PreparedImage): ArrayBufferLike[] {
  const tensor = image.detectorInput?.tensor;
  return tensor === undefined ? [image.pixels.buffer] : [image.pixels.buffer, tensor.buffer];
}
