import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { ArchiveError } from './archive-error';
import { archivePath } from './archive-path';
import type { ByteSource } from './byte-source';
import { isBomb } from './unpacking-limit';
import { createZipReader } from './zip-source';

/** Far above any real package (5 to 10 files, below 1 GB), far below what would fill a disk. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Unpacked bytes of all entries together. */
  readonly totalBytes: number;
}

/** More than any model package has: what an archive may hold before it is refused as a bomb. */
export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 2000, totalBytes: 4 * 1024 ** 3 };

/** One file of an archive. */
export interface ArchiveEntry {
  /** As written in the archive, forward slashes. */
  readonly path: string;
  /** Unpacked bytes, as the archive's directory says. */
  readonly size: number;
  /**
   * Unpacks the entry and hands its bytes on in pieces; checks length and CRC-32.
   * @throws ArchiveError when the bytes are not what the directory promised.
   */
  unpack(onBytes: (bytes: Uint8Array) => void): Promise<void>;
}

/**
 * Lists the files of a .zip through its central directory; nothing is unpacked yet. Folders and what macOS adds
 * (`__MACOSX/`) are left out.
 * @throws ArchiveError when it is no zip, is cut off, is encrypted, exceeds the limits, would unpack to far more than real
 *   files do, holds a path twice, or one that leads out of a folder.
 */
export async function openArchive(source: ByteSource, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<ArchiveEntry[]> {
  const reader = createZipReader(source);
  const entries: ArchiveEntry[] = [];
  const paths = new Set<string>();
  let count = 0;
  let totalBytes = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1;
      if (count > limits.entries) throw new ArchiveError(`the archive has more than ${limits.entries} entries`);
      if (entry.directory || entry.filename.startsWith('__MACOSX/')) continue;
      if (entry.encrypted) throw new ArchiveError(`"${entry.filename}" is encrypted`);
      totalBytes += entry.uncompressedSize;
      if (totalBytes > limits.totalBytes) {
        throw new ArchiveError(`the archive unpacks to more than ${limits.totalBytes} bytes`);
      }
      if (isBomb(entry.compressedSize, entry.uncompressedSize)) {
        throw new ArchiveError(
          `"${entry.filename}": ${entry.compressedSize} packed bytes unpack to ${entry.uncompressedSize} bytes`,
        );
      }
      const described = describeEntry(entry);
      if (paths.has(described.path)) throw new ArchiveError(`the archive has "${described.path}" twice`);
      paths.add(described.path);
      entries.push(described);
    }
  } catch (error) {
    throw toArchiveError(error, 'the archive can not be read');
  }
  return entries;
}

function describeEntry(entry: FileEntry): ArchiveEntry {
  const path = archivePath(entry.filename);
  return {
    path,
    size: entry.uncompressedSize,
    async unpack(onBytes) {
      let written = 0;
      const sink = new WritableStream<Uint8Array>({
        write(bytes) {
          written += bytes.byteLength;
          // The directory may lie: what it promised was counted against the limits, so nothing beyond is taken.
          if (written > entry.uncompressedSize) {
            throw new ArchiveError(`"${path}" is larger than its entry says (${entry.uncompressedSize} bytes)`);
          }
          onBytes(bytes);
        },
      });
      try {
        await entry.getData(sink, { checkCrc32: true });
      } catch (error) {
        throw toArchiveError(error, `"${path}" can not be unpacked`);
      }
      if (written !== entry.uncompressedSize) {
        throw new ArchiveError(`"${path}": expected ${entry.uncompressedSize} bytes, got ${written}`);
      }
    },
  };
}

function toArchiveError(error: unknown, what: string): ArchiveError {
  if (error instanceof ArchiveError) return error;
  return new ArchiveError(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}
