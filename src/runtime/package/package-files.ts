import type { PackageCandidate, PackageProgress } from '../../rpc/package-api';
import { ArchiveError } from '../../weights/archive-error';
import { openArchive, type ArchiveEntry } from '../../weights/package-archive';
import { sniffFile } from '../../weights/sniff-file';
import { readTarGz } from '../../weights/tar-archive';
import { createBlobSource } from '../blob-source';
import { createBlobGatherer } from './blob-gatherer';
import { PackageError } from './package-error';

export type OnProgress = (progress: PackageProgress) => void;

/** One file that may belong to a package; a file of a .zip is unpacked when it is opened. */
export interface AvailableFile {
  readonly path: string;
  /** The archive in which it lies; null when it was given by itself. */
  readonly archive: string | null;
  open(): Promise<Blob>;
}

/** What every package has, at its root. */
export const INFO_FILE = 'info.json';

const ARCHIVE_NAME = /\.(?:zip|gz|tgz|tar)$/i;
const TAR_NAME = /\.(?:tar|tar\.gz|tgz)$/i;
const CHECKPOINT_NAME = /\.(?:pt|pth)$/i;

/**
 * The files that were given, with those inside archives among them: an archive may come with its detector. Archives
 * beside an unpacked package are left alone. macOS's shadow files are left out.
 */
export async function listFiles(
  candidates: readonly PackageCandidate[],
  onProgress: OnProgress,
): Promise<readonly AvailableFile[]> {
  const isUnpacked = candidates.some(({ path }) => baseName(path) === INFO_FILE);
  const files: AvailableFile[] = [];
  for (const candidate of candidates) {
    const mayBeArchive = candidates.length === 1 || ARCHIVE_NAME.test(candidate.path);
    const inside = isUnpacked || !mayBeArchive ? null : await listArchive(candidate, onProgress);
    const { path, file } = candidate;
    files.push(...(inside ?? [{ path, archive: null, open: () => Promise.resolve(file) }]));
  }
  return files.filter(({ path }) => !baseName(path).startsWith('._'));
}

/** The files of an archive; null when the file is none. A PyTorch checkpoint is a zip too, but one file to us. */
async function listArchive(candidate: PackageCandidate, onProgress: OnProgress): Promise<AvailableFile[] | null> {
  if (CHECKPOINT_NAME.test(candidate.path)) return null;
  const kind = await sniffFile(createBlobSource(candidate.file));
  // Some browsers unpack a download's compression and leave its name.
  if (kind === 'gzip' || (kind === 'other' && TAR_NAME.test(candidate.path))) {
    return unpackTar(candidate, onProgress);
  }
  return kind === 'zip' ? listZip(candidate, onProgress) : null;
}

async function listZip({ path, file }: PackageCandidate, onProgress: OnProgress): Promise<AvailableFile[] | null> {
  const entries = await refusing(path, () => openArchive(createBlobSource(file)));
  if (entries.some((entry) => /(?:^|\/)data\.pkl$/.test(entry.path))) return null;
  return entries.map((entry) => ({
    path: entry.path,
    archive: path,
    open: () => refusing(path, () => unpackEntry(entry, onProgress)),
  }));
}

async function unpackEntry(entry: ArchiveEntry, onProgress: OnProgress): Promise<Blob> {
  const gatherer = createBlobGatherer();
  const name = baseName(entry.path);
  await entry.unpack((bytes) => onProgress({ step: 'unpacking', name, done: gatherer.add(bytes), total: entry.size }));
  return gatherer.finish();
}

/** A tar archive has no directory: it is read from its beginning to its end, and all its files are kept. */
async function unpackTar({ path, file }: PackageCandidate, onProgress: OnProgress): Promise<AvailableFile[]> {
  const files: AvailableFile[] = [];
  await refusing(path, () =>
    readTarGz(createBlobSource(file), async (entry, pieces) => {
      const gatherer = createBlobGatherer();
      const name = baseName(entry.path);
      for await (const piece of pieces) {
        onProgress({ step: 'unpacking', name, done: gatherer.add(piece), total: entry.size });
      }
      const blob = gatherer.finish();
      files.push({ path: entry.path, archive: path, open: () => Promise.resolve(blob) });
    }),
  );
  return files;
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

/** The one network among files: an .onnx file, or a checkpoint that is not just the weights of one. Null = none or more. */
export function findNetwork(files: readonly AvailableFile[]): AvailableFile | null {
  const onnxFiles = files.filter(({ path }) => path.toLowerCase().endsWith('.onnx'));
  const networks = onnxFiles.length > 0 ? onnxFiles : files.filter(({ path }) => isCheckpointName(path));
  return networks.length === 1 ? networks[0]! : null;
}

export function isNetworkName(path: string): boolean {
  return /\.onnx$/i.test(path) || isCheckpointName(path);
}

export function isCheckpointName(path: string): boolean {
  return CHECKPOINT_NAME.test(path);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** '' for a file at the top, else the folder with a slash at its end. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
