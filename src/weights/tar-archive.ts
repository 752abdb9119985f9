import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { ArchiveError } from './archive-error';
import { archivePath } from './archive-path';
import type { ByteSource } from './byte-source';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './package-archive';
import { gunzip, isGzip } from './tar-gunzip';

/** One file of a tar archive. */
export interface TarFile {
  /** As in the archive, with forward slashes and without a leading `./`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Gets each file while the archive is read; what it leaves of `pieces` is passed over. Pieces are parts of larger buffers:
 * not to be changed or transferred.
 */
export type OnTarFile = (file: TarFile, pieces: AsyncIterable<Uint8Array>) => Promise<void>;

/** 1 MiB: large enough that reading costs nothing. */
const STEP_BYTES = 1024 ** 2;
/** Headers, padding, long names; a real archive of a package has some kilobytes of it. */
const LONGEST_OVERHEAD_BYTES = 64 * 1024 ** 2;

/**
 * Reads a .tar.gz, or a .tar, from its beginning to its end and hands on each file as it comes: in the archive's order, in
 * pieces, never a whole file in memory. Knows ustar, GNU and pax archives with long names. Folders, links, devices and what
 * macOS adds (`._name`, `__MACOSX/`) are passed over. Checksums of headers and of the compression are checked, the latter at
 * the very end: what came through `onFile` counts only when the promise resolves.
 * @throws ArchiveError when it is no such archive, is damaged or cut off, exceeds the limits, holds a path twice, or a path
 *   that leads out of a folder; what `onFile` throws is passed on.
 */
export async function readTarGz(
  source: ByteSource,
  onFile: OnTarFile,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<void> {
  const packed = readSteps(source);
  const bytes = (await isGzip(source)) ? gunzip(packed, limits.totalBytes) : packed;
  const decoder = createTarDecoder({ strict: true });
  const tally = createTally(limits);
  const feeding = feed(decoder.writable, bytes, tally);
  const entries = decoder.readable.getReader();
  try {
    for (let next = await readEntry(entries); next !== null; next = await readEntry(entries)) {
      await handEntry(next, tally, onFile);
    }
    await feeding;
  } catch (error) {
    // The first error is the one to tell: the rest of the archive is let go, and so is what it says about that.
    await entries.cancel(error).catch(() => undefined);
    await feeding.catch(() => undefined);
    throw error;
  }
}

/** Counts against the limits. */
function createTally(limits: ArchiveLimits) {
  const paths = new Set<string>();
  let entries = 0;
  let declared = 0;
  let unpacked = 0;
  return {
    countBytes(bytes: number) {
      unpacked += bytes;
      if (unpacked - declared > LONGEST_OVERHEAD_BYTES) {
        throw new ArchiveError(`the archive has more than ${LONGEST_OVERHEAD_BYTES} bytes besides its files`);
      }
    },
    countEntry(size: number) {
      entries += 1;
      if (entries > limits.entries) throw new ArchiveError(`the archive has more than ${limits.entries} entries`);
      declared += size;
      if (declared > limits.totalBytes) {
        throw new ArchiveError(`the archive unpacks to more than ${limits.totalBytes} bytes`);
      }
    },
    countPath(path: string) {
      if (paths.has(path)) throw new ArchiveError(`the archive has "${path}" twice`);
      paths.add(path);
    },
  };
}

type Tally = ReturnType<typeof createTally>;

async function* readSteps(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < source.size; start += STEP_BYTES) {
    const end = Math.min(start + STEP_BYTES, source.size);
    const bytes = await source.slice(start, end);
    if (bytes.byteLength !== end - start) {
      throw new ArchiveError(`expected bytes ${start} to ${end} of the archive, got ${bytes.byteLength} of them`);
    }
    yield bytes;
  }
}

/** Pushes the bytes into the decoder, as fast as their files are taken out of it. */
async function feed(decoder: WritableStream<Uint8Array>, bytes: AsyncIterable<Uint8Array>, tally: Tally) {
  const writer = decoder.getWriter();
  // Told by write and close as well.
  writer.closed.catch(() => undefined);
  try {
    for await (const piece of bytes) {
      tally.countBytes(piece.byteLength);
      await writer.write(piece);
    }
    await writer.close();
  } catch (error) {
    const told = toArchiveError(error);
    await writer.abort(told).catch(() => undefined);
    throw told;
  }
}

async function readEntry(entries: ReadableStreamDefaultReader<ParsedTarEntry>): Promise<ParsedTarEntry | null> {
  try {
    const { done, value } = await entries.read();
    return done ? null : value;
  } catch (error) {
    throw toArchiveError(error);
  }
}

async function handEntry({ header, body }: ParsedTarEntry, tally: Tally, onFile: OnTarFile): Promise<void> {
  tally.countEntry(header.size);
  const path = archivePath(header.name);
  const reader = body.getReader();
  if ((header.type ?? 'file') === 'file' && !isFromMacOs(path)) {
    tally.countPath(path);
    await onFile({ path, size: header.size }, readPieces(reader));
  }
  await drain(reader);
}

/**
 * Takes what nobody wanted. Not `cancel`: in modern-tar 0.8.6, cancelling the body of a file whose bytes have all arrived
 * drops the body of the file after it, whose reader then waits for ever.
 */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const rest = readPieces(reader);
  while (!(await rest.next()).done);
}

async function* readPieces(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const next = await reader.read().catch((error: unknown) => {
      throw toArchiveError(error);
    });
    if (next.done) return;
    yield next.value;
  }
}

function isFromMacOs(path: string): boolean {
  return path.startsWith('__MACOSX/') || path.slice(path.lastIndexOf('/') + 1).startsWith('._');
}

/** The decoder tells a cut file from a damaged one by its words only; ours are for people. */
function toArchiveError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const technical = error instanceof Error ? error.message : String(error);
  const what = technical.includes('truncated') ? 'the archive is cut off' : 'this is no .tar archive, or a damaged one';
  return new ArchiveError(`${what}: ${technical}`, { cause: error });
}
