import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { ByteSource } from '../byte-source';
import { CheckpointError } from '../checkpoint-error';
import { createZipReader } from '../zip-source';
import { shorten } from './describe-value';
import { withoutIdleZip64 } from './plain-zip-source';

/** Yolov5x6 has about 1,000 storages. */
const MOST_ENTRIES = 20_000;
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
  const found = await listEntries(source);
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
  if (roots.size > 1) {
    throw new CheckpointError('damaged', `expected one root folder in the archive, got ${roots.size}`);
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

async function listEntries(source: ByteSource): Promise<FileEntry[]> {
  const reader = createZipReader(await withoutIdleZip64(source), { checkAmbiguity: true });
  const entries: FileEntry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length >= MOST_ENTRIES) {
        throw new CheckpointError('too-large', `the archive has more than ${MOST_ENTRIES} entries`);
      }
      if (!entry.directory) entries.push(entry);
    }
    return entries;
  } catch (error) {
    if (error instanceof CheckpointError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CheckpointError(
      'damaged',
      `the archive's directory can not be read, the file is cut off or damaged: ${reason}`,
      '',
      { cause: error },
    );
  }
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
  const header = await source.slice(offset, Math.min(offset + LOCAL_HEADER_BYTES, source.size));
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.byteLength < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_HEADER_SIGNATURE) {
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
