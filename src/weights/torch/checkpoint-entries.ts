import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { ByteSource } from '../byte-source';
import { CheckpointError } from '../checkpoint-error';
import { listDirectory } from './archive-directory';
import { shorten } from './describe-value';

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** One entry of the archive, and where its bytes lie in the file. */
export interface CheckpointEntry {
  /** Name below the root folder: `data.pkl`, `data/12`. */
  readonly name: string;
  readonly isStored: boolean;
  /** First byte of its (packed) data. */
  readonly start: number;
  /** The byte after its (packed) data. */
  readonly end: number;
  /** Unpacked bytes, as the archive's directory says. */
  readonly size: number;
  readonly crc32: number;
  readonly zipEntry: FileEntry;
}

/**
 * Lists a torch.save archive through its central directory (local headers hold no sizes). All entries lie in one root
 * folder, none twice, none over another.
 * @throws CheckpointError
 */
export async function readCheckpointEntries(source: ByteSource): Promise<ReadonlyMap<string, CheckpointEntry>> {
  const found = await listDirectory(source);
  const roots = new Set(found.map(({ filename }) => filename.slice(0, filename.indexOf('/') + 1)));
  const pickles = found.filter(({ filename }) => /(?:^|\/)data\.pkl$/.test(filename));
  const [pickle] = pickles;
  if (found.some(({ filename }) => /(?:^|\/)(?:constants\.pkl|code\/.*)$/.test(filename))) {
    throw new CheckpointError(
      'torchscript',
      'this is a TorchScript archive, a compiled program; expected a model saved with torch.save',
    );
  }
  if (pickle === undefined || pickles.length > 1) {
    throw new CheckpointError(
      pickle === undefined ? 'unsupported' : 'damaged',
      `this zip is no PyTorch checkpoint: expected one data.pkl, got ${pickles.length}`,
    );
  }
  const root = pickle.filename.slice(0, -'data.pkl'.length);
  if (roots.size > 1 || !roots.has(root)) {
    throw new CheckpointError(
      'damaged',
      `expected one root folder in the archive and data.pkl in it, got ${[...roots].slice(0, 3).map(shorten).join(', ')} and ${shorten(pickle.filename)}`,
    );
  }
  const entries = new Map<string, CheckpointEntry>();
  for (const entry of found) {
    const located = await locate(source, entry, root);
    if (entries.has(located.name)) {
      throw new CheckpointError('damaged', 'the archive holds this entry twice', shorten(located.name));
    }
    entries.set(located.name, located);
  }
  requireApart([...entries.values()]);
  return entries;
}

async function locate(source: ByteSource, entry: FileEntry, root: string): Promise<CheckpointEntry> {
  const name = entry.filename.slice(root.length);
  const { offset, compressedSize, uncompressedSize, compressionMethod } = entry;
  const where = shorten(name);
  if (entry.encrypted) throw new CheckpointError('unsupported', 'the entry is encrypted', where);
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    throw new CheckpointError(
      'unsupported',
      `expected a stored or deflated entry, got compression method ${compressionMethod}`,
      where,
    );
  }
  const nameBytes = entry.rawFilename;
  const headerEnd = offset + LOCAL_HEADER_BYTES + nameBytes.byteLength;
  const header = await source.slice(offset, Math.min(headerEnd, source.size));
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (
    header.byteLength < headerEnd - offset ||
    view.getUint32(0, true) !== LOCAL_HEADER_SIGNATURE ||
    view.getUint16(26, true) !== nameBytes.byteLength ||
    nameBytes.some((byte, index) => header[LOCAL_HEADER_BYTES + index] !== byte)
  ) {
    throw new CheckpointError('damaged', `expected the entry's header at byte ${offset}, it is not there`, where);
  }
  const start = offset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + compressedSize;
  const isStored = compressionMethod === STORED;
  if (end > source.size || (isStored && compressedSize !== uncompressedSize)) {
    throw new CheckpointError('damaged', `the entry's ${compressedSize} bytes do not fit into the file`, where);
  }
  return { name, isStored, start, end, size: uncompressedSize, crc32: entry.crc32 ?? 0, zipEntry: entry };
}

/** Two entries over the same bytes are how archives lie about their size. */
function requireApart(entries: readonly CheckpointEntry[]): void {
  const inOrder = [...entries].sort((a, b) => a.start - b.start || a.end - b.end);
  inOrder.forEach((entry, index) => {
    const next = inOrder[index + 1];
    if (next !== undefined && entry.end > next.zipEntry.offset) {
      throw new CheckpointError('damaged', `its bytes overlap with ${shorten(next.name)}`, shorten(entry.name));
    }
  });
}
