import type { PackageCandidate, PackageProgress } from '../../rpc/package-api';
import { ArchiveError, openArchive, type ArchiveEntry } from '../../weights/package-archive';
import { sniffFile } from '../../weights/sniff-file';
import { createBlobSource } from '../blob-source';
import { PackageError } from './package-error';

export type OnProgress = (progress: PackageProgress) => void;

/** One file that may belong to a package; an archive's file is unpacked when it is opened. */
export interface AvailableFile {
  readonly path: string;
  open(): Promise<Blob>;
}

/** Pieces are gathered into Blobs of this size, which the browser may move to disk. */
const GATHER_BYTES = 8 * 1024 * 1024;

/** The files that were given, or those inside the one archive that was given. macOS's shadow files are left out. */
export async function listFiles(
  candidates: readonly PackageCandidate[],
  onProgress: OnProgress,
): Promise<readonly AvailableFile[]> {
  const [only] = candidates;
  const files =
    candidates.length === 1 && only !== undefined && (await sniffFile(createBlobSource(only.file))) === 'zip'
      ? await listArchive(only, onProgress)
      : candidates.map(({ path, file }) => ({ path, open: () => Promise.resolve(file) }));
  return files.filter(({ path }) => !baseName(path).startsWith('._'));
}

async function listArchive({ path, file }: PackageCandidate, onProgress: OnProgress): Promise<AvailableFile[]> {
  const entries = await refusing(path, () => openArchive(createBlobSource(file)));
  if (entries.some((entry) => /(?:^|\/)data\.pkl$/.test(entry.path))) {
    throw new PackageError('checkpoint-unsupported', `"${path}" is a PyTorch checkpoint, not an archive of a package`, {
      name: baseName(path),
    });
  }
  return entries.map((entry) => ({
    path: entry.path,
    open: () => refusing(path, () => unpackEntry(entry, onProgress)),
  }));
}

async function unpackEntry(entry: ArchiveEntry, onProgress: OnProgress): Promise<Blob> {
  const blobs: Blob[] = [];
  let gathered: Uint8Array<ArrayBuffer>[] = [];
  let gatheredBytes = 0;
  let done = 0;
  await entry.unpack((bytes) => {
    gathered.push(new Uint8Array(bytes));
    gatheredBytes += bytes.byteLength;
    done += bytes.byteLength;
    if (gatheredBytes < GATHER_BYTES) return;
    blobs.push(new Blob(gathered));
    gathered = [];
    gatheredBytes = 0;
    onProgress({ step: 'unpacking', name: baseName(entry.path), done, total: entry.size });
  });
  return new Blob([...blobs, ...gathered]);
}

async function refusing<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new PackageError(
      'archive-unreadable',
      `${path}: ${error.message}`,
      { name: baseName(path) },
      { cause: error },
    );
  }
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** '' for a file at the top, else the folder with a slash at its end. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
