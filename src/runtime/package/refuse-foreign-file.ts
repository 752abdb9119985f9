import { sniffFile, type FileKind } from '../../weights/sniff-file';
import { createBlobSource } from '../blob-source';
import { PackageError } from './package-error';

/**
 * Refuses a file that is something else than its name says. `wanted` is what it should be; a network may be
 * any bytes that none of the known kinds have, a text may also look like JSON.
 * @throws PackageError with the code of what the file is.
 */
export async function refuseForeignFile(file: Blob, name: string, wanted: 'network' | 'text'): Promise<void> {
  const kind = await sniffFile(createBlobSource(file));
  const error = foreignFileError(kind, name, file.size);
  if (error !== null && !(wanted === 'text' && error.code === 'not-onnx')) throw error;
}

function foreignFileError(kind: FileKind, name: string, size: number): PackageError | null {
  switch (kind) {
    case 'git-lfs-pointer':
      return new PackageError(
        'git-lfs-pointer',
        `"${name}" is a Git LFS pointer (${size} bytes of text), not the file itself: run "git lfs pull" where it comes from, or download the file by itself`,
        { name },
      );
    case 'web-page':
      return new PackageError('web-page', `"${name}" is a web page, not a model: the download went wrong`, { name });
    case 'pytorch':
      return new PackageError('not-onnx', `"${name}" is a PyTorch checkpoint; expected an ONNX file`, { name });
    case 'gzip':
      return new PackageError('not-onnx', `"${name}" is packed with gzip; expected an ONNX file`, { name });
    case 'empty':
      return new PackageError('not-onnx', `"${name}" is empty; expected an ONNX file`, { name });
    case 'json':
      return new PackageError('not-onnx', `"${name}" is JSON text; expected an ONNX file`, { name });
    case 'zip':
      return new PackageError('not-onnx', `"${name}" is a zip archive; expected an ONNX file`, { name });
    case 'other':
      return null;
  }
}
