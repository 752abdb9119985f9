import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { ByteSource } from '../byte-source';
import { CheckpointError } from '../checkpoint-error';
import { createZipReader } from '../zip-source';
import { withoutIdleZip64 } from './plain-zip-source';

/** Yolov5x6 has about 1,000 storages. */
const MOST_ENTRIES = 20_000;
/** 20,000 entries with names of 700 bytes; zip.js reads the directory in one piece. */
const LARGEST_DIRECTORY_BYTES = 16 * 1024 * 1024;

/**
 * The files of a zip as its central directory lists them. Archives that two readers could read differently are refused:
 * names that occur twice, bytes before or after, records that contradict each other.
 * @throws CheckpointError
 */
export async function listDirectory(source: ByteSource): Promise<FileEntry[]> {
  const reader = createZipReader(inModeration(await withoutIdleZip64(source)), { checkAmbiguity: true });
  const entries: FileEntry[] = [];
  let count = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1; // folders too
      if (count > MOST_ENTRIES) {
        throw new CheckpointError('too-large', `the archive has more than ${MOST_ENTRIES} entries`);
      }
      if (!entry.directory) entries.push(entry);
    }
    return entries;
  } catch (error) {
    if (error instanceof CheckpointError) throw error;
    throw new CheckpointError(
      'damaged',
      `the archive's directory can not be read, the file is cut off or damaged: ${reasonOf(error)}`,
      '',
      { cause: error },
    );
  }
}

/** Refuses reads longer than any directory. */
function inModeration(source: ByteSource): ByteSource {
  return {
    size: source.size,
    slice(start, end) {
      if (end - start <= LARGEST_DIRECTORY_BYTES) return source.slice(start, end);
      throw new CheckpointError(
        'too-large',
        `expected a directory of at most ${LARGEST_DIRECTORY_BYTES} bytes, got ${end - start}`,
      );
    },
  };
}

/** zip.js keeps what it found ambiguous beside its message: "Ambiguous archive, duplicate filename". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const detail: unknown = Reflect.get(error, 'reason');
  return typeof detail === 'string' ? `${error.message}, ${detail}` : error.message;
}
