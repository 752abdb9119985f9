import { configure, Reader, ZipReader, type ZipReaderConstructorOptions } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { ByteSource } from './byte-source';

/** Lets zip.js read a ByteSource. */
class SourceReader extends Reader<ByteSource> {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.#source.slice(index, Math.min(index + length, this.#source.size));
  }
}

/** Opens a zip in slices. */
export function createZipReader(source: ByteSource, options: ZipReaderConstructorOptions = {}): ZipReader<ByteSource> {
  // Who calls this is a worker already, and zip.js would start its own from blob: URLs, which the page's policy forbids.
  configure({ useWebWorkers: false });
  return new ZipReader(new SourceReader(source), options);
}
