import type { CatalogFile } from '../../domain/model-catalog';
import type { StoredDownloadFile } from '../../storage/download-store';
import { readAnswer, type DownloadAnswer } from './download-answer';
import { DownloadError } from './download-error';

/** Bytes that are asked for, and stored, at a time. */
export const PIECE_BYTES = 8 * 1024 * 1024;
/** Far beyond any model: a server that never ends must not fill the disk. */
const LARGEST_FILE_BYTES = 4 * 1024 ** 3;
const MOST_BEGINNINGS = 3;

type Expected = Pick<CatalogFile, 'name' | 'size'>;

/** What fetching one file needs of the world. */
export interface FileDownload {
  readonly expected: Expected;
  /** Bytes `start` (included) to `end` (excluded); rejects with DownloadError or the signal's reason. */
  readonly ask: (start: number, end: number) => Promise<Response>;
  /** Stores a piece together with the file's new state; without pieces the file begins anew. */
  readonly store: (file: StoredDownloadFile, piece: Blob | null) => Promise<void>;
  /** How much of the file is here, stored or not yet. */
  readonly onBytes: (bytes: number, file: StoredDownloadFile) => void;
}

/**
 * Fetches what is missing of a file, piece by piece, each stored at once, so that what came is never lost. With a server that
 * knows no ranges, or whose file became another one, it begins anew.
 *
 * `If-Range` would notice the latter in one step, but other hosts must be asked first whether they take it, and many don't:
 * size and ETag of each answer are compared instead, and the hash at the end.
 * @throws DownloadError, StorageError, or what aborted `ask`
 */
export async function downloadFile(begun: StoredDownloadFile, download: FileDownload): Promise<void> {
  let file = begun;
  for (let beginnings = 1; !file.isComplete;) {
    const response = await download.ask(file.bytes, file.bytes + PIECE_BYTES);
    const answer = readAnswer(response, file);
    if (answer.kind === 'bytes') {
      file = await takeBody(response, file, answer, download);
      continue;
    }
    await response.body?.cancel();
    if (answer.kind === 'complete') {
      file = { ...file, size: file.bytes, isComplete: true };
    } else {
      if (++beginnings > MOST_BEGINNINGS) {
        throw new DownloadError('download-answer', `${file.url}: the file changes while it is fetched`);
      }
      file = { ...file, etag: null, size: null, pieces: 0, bytes: 0 };
    }
    await download.store(file, null);
  }
}

/** Stores the body as it comes, and what had come when it breaks off. Returns the file's new state. */
async function takeBody(
  { body }: Response,
  begun: StoredDownloadFile,
  answer: Extract<DownloadAnswer, { kind: 'bytes' }>,
  { expected, store, onBytes }: FileDownload,
): Promise<StoredDownloadFile> {
  if (body === null) throw new DownloadError('download-answer', `${begun.url}: an answer without a body`);
  let file: StoredDownloadFile = { ...begun, etag: answer.etag ?? begun.etag, size: answer.size ?? begun.size };
  checkSize(expected, file.size ?? 0, file.size !== null);
  const reader = body.getReader();
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = file.bytes;
  const broken: Error[] = [];
  const flush = async () => {
    if (bytes === file.bytes) return;
    const piece = new Blob(parts);
    parts = [];
    file = { ...file, pieces: file.pieces + 1, bytes };
    await store(file, piece);
  };
  try {
    for (;;) {
      const next = await reader.read().catch((error: unknown) => {
        broken.push(error instanceof Error ? error : new Error(String(error)));
        return null;
      });
      if (next === null || next.done) break;
      parts.push(next.value);
      bytes += next.value.byteLength;
      checkSize(expected, bytes, false);
      onBytes(bytes, file);
      if (bytes - file.bytes >= PIECE_BYTES) await flush();
    }
    await flush();
  } finally {
    await reader.cancel().catch(() => undefined); // ended or broken already, unless storing failed
  }
  const came = file.bytes - begun.bytes;
  if (broken[0] !== undefined) throw interrupted(file, broken[0]);
  if (answer.length !== null && came < answer.length) {
    throw interrupted(file, new Error(`${came} of ${answer.length} bytes came`));
  }
  // Without a word about the size, an answer shorter than asked for is the last.
  const isComplete = file.size === null ? answer.isRest || came < PIECE_BYTES : file.bytes >= file.size;
  if (!isComplete) return file;
  file = { ...file, size: file.bytes, isComplete };
  checkSize(expected, file.bytes, true);
  await store(file, null);
  return file;
}

/** `isFinal` = so large is the whole file, not only what is known of it so far. */
function checkSize(expected: Expected, bytes: number, isFinal: boolean): void {
  const limit = expected.size ?? LARGEST_FILE_BYTES;
  if (bytes <= limit && (!isFinal || expected.size === null || bytes === expected.size)) return;
  const got = isFinal ? `${bytes} bytes` : `more than ${limit} bytes`;
  throw new DownloadError('download-wrong-size', `${expected.name}: expected ${limit} bytes, got ${got}`, {
    name: expected.name,
    expected: limit,
    got: bytes,
  });
}

function interrupted(file: StoredDownloadFile, cause: Error): DownloadError {
  return new DownloadError('download-interrupted', `${file.url}: ${cause.message}`, {}, { cause });
}
