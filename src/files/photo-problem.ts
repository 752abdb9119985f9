import type { ImageProblem } from '../domain/failure';
import { findImageHeader, HEAD_BYTES, LARGEST_FILE } from '../domain/image-file/find-image-header';
import { headerProblem, notAnImage } from '../domain/image-file/header-problem';
import { isFileCondition } from './source-node';

/**
 * Why a file must not be given to the browser as a picture; null = it may be. The same bounds as before decoding: an `<img>` too
 * would try a picture that claims more pixels than any memory holds. A TIFF, which no browser but Safari shows, is left to it.
 * Never rejects for what is wrong with the file.
 */
export async function photoProblem(file: Blob): Promise<ImageProblem | null> {
  if (file.size === 0) return { code: 'file-empty', detail: '0 bytes' };
  if (file.size > LARGEST_FILE) return { code: 'not-an-image', detail: `${file.size} bytes` };
  try {
    const head = await bytesOf(file.slice(0, HEAD_BYTES));
    const header = await findImageHeader({ head, bytes: file.size, readAll: () => bytesOf(file) });
    return header === null ? notAnImage(head) : headerProblem(header);
  } catch (error) {
    if (!isFileCondition(error)) throw error;
    return { code: 'file-missing', detail: `${error.name}: ${error.message}` };
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
