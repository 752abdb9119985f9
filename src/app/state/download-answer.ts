import type { StoredDownloadFile } from '../../storage/download-store';
import { DownloadError } from './download-error';

/** What a server's answer means for a file of which a part is here. */
export type DownloadAnswer =
  /** The server's file is another one than that of which a part is here, or it gives whole files only. */
  | { readonly kind: 'begin-anew' }
  /** There is nothing behind what is here. */
  | { readonly kind: 'complete' }
  | {
      readonly kind: 'bytes';
      /** The body goes to the file's end. */
      readonly isRest: boolean;
      /** Bytes of the body as announced, null = not said. */
      readonly length: number | null;
      /** Bytes of the whole file, null = not said. */
      readonly size: number | null;
      readonly etag: string | null;
    };

/**
 * Reads the headers of an answer to `Range: bytes=<file.bytes>-…`. Other hosts let pages read only some of them, so each may
 * be missing.
 * @throws DownloadError `download-answer` when the server says that it has no such file, or is in trouble
 */
export function readAnswer(response: Response, file: StoredDownloadFile): DownloadAnswer {
  const etag = response.headers.get('ETag');
  const isOther = (size: number | null) =>
    (etag !== null && file.etag !== null && etag !== file.etag) ||
    (size !== null && file.size !== null && size !== file.size);
  if (response.status === 206) {
    const range = parseContentRange(response.headers.get('Content-Range'));
    const size = range?.size ?? null;
    if ((range !== null && range.start !== file.bytes) || isOther(size)) return { kind: 'begin-anew' };
    const length = range === null ? readLength(response) : range.end - range.start;
    return { kind: 'bytes', isRest: range !== null && range.end === size, length, size, etag };
  }
  if (response.status === 200) {
    if (file.bytes > 0) return { kind: 'begin-anew' };
    const length = readLength(response);
    return { kind: 'bytes', isRest: true, length, size: length, etag };
  }
  // The pieces happened to end where the file ends, and nobody had said where that is.
  if (response.status === 416 && file.bytes > 0) {
    return file.size === null && !isOther(null) ? { kind: 'complete' } : { kind: 'begin-anew' };
  }
  const { status } = response;
  throw new DownloadError('download-answer', `${file.url}: expected the file, got an answer of ${status}`, { status });
}

interface ContentRange {
  readonly start: number;
  /** Excluded. */
  readonly end: number;
  /** Null = the server does not know it. */
  readonly size: number | null;
}

/** `bytes 0-99/1000` or `bytes 0-99/*`. */
function parseContentRange(header: string | null): ContentRange | null {
  const [, first, last, size] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined) return null;
  return { start: Number(first), end: Number(last) + 1, size: size === '*' ? null : Number(size) };
}

/** Null also when the body arrives unpacked, because then the header counts packed bytes. */
function readLength({ headers }: Response): number | null {
  const length = headers.get('Content-Length');
  return length !== null && /^\d{1,15}$/.test(length) && !headers.has('Content-Encoding') ? Number(length) : null;
}
