import { ArchiveError } from './archive-error';
import type { ByteSource } from './byte-source';
import { HARMLESS_BYTES, isBomb } from './unpacking-limit';

/** Small, because the browser unpacks what it gets at once: a thousandfold of this is what a bomb can put in memory. */
const FED_BYTES = 64 * 1024;

/** True when the first bytes are gzip's. */
export async function isGzip(source: ByteSource): Promise<boolean> {
  const start = await source.slice(0, Math.min(2, source.size));
  return start[0] === 0x1f && start[1] === 0x8b;
}

/**
 * Unpacks gzip with the platform's own decompressor, as slowly as the bytes are taken.
 * @throws ArchiveError when it is damaged, cut off, or unpacks to `limit` bytes or to far more than real files do.
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  const gzip = new DecompressionStream('gzip');
  const reader = (gzip.readable as ReadableStream<Uint8Array>).getReader();
  const sent = { bytes: 0 };
  const sending = send(gzip.writable as WritableStream<Uint8Array>, packed, sent);
  sending.catch(() => undefined); // its reason comes out of the reader, or is awaited below
  let unpacked = 0;
  let isDone = false;
  try {
    for (;;) {
      const next = await readOrExplain(reader, sending);
      if (next === null) break;
      unpacked += next.byteLength;
      if (unpacked > limit + HARMLESS_BYTES || isBomb(sent.bytes, unpacked)) {
        throw new ArchiveError(`${sent.bytes} packed bytes unpack to more than ${unpacked} bytes`);
      }
      yield next;
    }
    isDone = true;
    await sending;
  } finally {
    // Also when the receiver stops early: the decompressor's memory is not for the garbage collector to find.
    if (!isDone) await reader.cancel().catch(() => undefined);
  }
}

async function send(
  writable: WritableStream<Uint8Array>,
  packed: AsyncIterable<Uint8Array>,
  sent: { bytes: number },
): Promise<void> {
  const writer = writable.getWriter();
  writer.closed.catch(() => undefined); // told by write and close as well
  try {
    for await (const bytes of packed) {
      for (let start = 0; start < bytes.byteLength; start += FED_BYTES) {
        const part = bytes.subarray(start, start + FED_BYTES);
        sent.bytes += part.byteLength;
        await writer.write(part);
      }
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}

async function readOrExplain(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  sending: Promise<void>,
): Promise<Uint8Array | null> {
  try {
    const { done, value } = await reader.read();
    return done ? null : value;
  } catch (error) {
    // A source that could not be read says so itself; anything else is the decompressor's refusal.
    const reason: unknown = await sending.then(
      () => error,
      (sendError: unknown) => sendError,
    );
    if (reason instanceof ArchiveError) throw reason;
    const technical = error instanceof Error ? error.message : String(error);
    throw new ArchiveError(`the archive is cut off or damaged, it can not be unpacked: ${technical}`, { cause: error });
  }
}
