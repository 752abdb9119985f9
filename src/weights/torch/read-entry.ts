import { createCRC32 } from 'hash-wasm';
import type { ByteSource } from '../byte-source';
import { CheckpointError } from '../checkpoint-error';
import type { CheckpointEntry } from './checkpoint-entries';
import { shorten } from './describe-value';

/** 4 MiB: calls cost nothing, and little lies in memory. */
const STEP_BYTES = 4 * 1024 * 1024;

/**
 * The unpacked bytes of a small entry, with length and CRC-32 checked; unpacking stops at the size that the directory
 * promises, so nothing larger than `limit` ever lies in memory.
 * @throws CheckpointError `too-large` above the limit, `damaged` otherwise.
 */
export async function readEntry(source: ByteSource, entry: CheckpointEntry, limit: number): Promise<Uint8Array> {
  const where = shorten(entry.name);
  if (entry.size > limit) {
    throw new CheckpointError('too-large', `expected at most ${limit} bytes, got ${entry.size}`, where);
  }
  const bytes = entry.isStored ? await source.slice(entry.start, entry.end) : await inflate(entry, where);
  if (bytes.byteLength !== entry.size) {
    throw new CheckpointError('damaged', `expected ${entry.size} bytes, got ${bytes.byteLength}`, where);
  }
  const hasher = await createCRC32();
  requireChecksum(entry, hasher.update(bytes).digest('hex'));
  return bytes;
}

/**
 * Checks the CRC-32 of stored entries, read in steps. `onProgress` gets the bytes of each step.
 * @throws CheckpointError `damaged` for a checksum that does not fit, `unsupported` for packed weights.
 */
export async function verifyEntries(
  source: ByteSource,
  entries: Iterable<CheckpointEntry>,
  onProgress: (bytes: number) => void,
): Promise<void> {
  const hasher = await createCRC32();
  for (const entry of entries) {
    if (!entry.isStored) {
      throw new CheckpointError('unsupported', 'weights are packed; torch.save stores them as they are', entry.name);
    }
    hasher.init();
    for (let start = entry.start; start < entry.end; start += STEP_BYTES) {
      const bytes = await source.slice(start, Math.min(start + STEP_BYTES, entry.end));
      hasher.update(bytes);
      onProgress(bytes.byteLength);
    }
    requireChecksum(entry, hasher.digest('hex'));
  }
}

function requireChecksum(entry: CheckpointEntry, got: string): void {
  const expected = entry.crc32.toString(16).padStart(8, '0');
  if (got === expected) return;
  throw new CheckpointError(
    'damaged',
    `its checksum does not fit: expected CRC-32 ${expected}, got ${got}; the file was damaged on its way`,
    shorten(entry.name),
  );
}

/** Unpacks into a buffer of the promised size; the first byte beyond it ends the work. */
async function inflate(entry: CheckpointEntry, where: string): Promise<Uint8Array> {
  const out = new Uint8Array(entry.size);
  let written = 0;
  const sink = new WritableStream<Uint8Array>({
    write(bytes) {
      if (written + bytes.byteLength > out.byteLength) {
        throw new CheckpointError('too-large', `unpacks to more than the ${entry.size} bytes it declares`, where);
      }
      out.set(bytes, written);
      written += bytes.byteLength;
    },
  });
  try {
    await entry.zipEntry.getData(sink, { checkCrc32: false });
  } catch (error) {
    if (error instanceof CheckpointError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CheckpointError('damaged', `can not be unpacked: ${reason}`, where, { cause: error });
  }
  return out.subarray(0, written);
}
