import { crc32 } from 'node:zlib';

/** One file of a zip, its bytes as they lie there: compressed when `method` is 8. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  /** Unpacked bytes. */
  readonly size: number;
  readonly crc: number;
  readonly data: Uint8Array;
}

/** Where the fields of a zip lie: what a damaged directory is made from. All in bytes from the start. */
export interface ZipPlaces {
  readonly localHeaders: readonly number[];
  readonly directoryHeaders: readonly number[];
  readonly end: number;
}

const END_SIGNATURE = 0x06054b50;
const LOCAL_BYTES = 30;
const DIRECTORY_BYTES = 46;
const END_BYTES = 22;
/** Torch puts storages at multiples of this. */
const ALIGNMENT = 64;

/** Finds the headers of an undamaged zip without a comment at its end (APPNOTE 6.3.10). */
export function findZipPlaces(bytes: Uint8Array): ZipPlaces {
  const view = viewOf(bytes);
  const end = bytes.byteLength - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END_SIGNATURE) throw new Error('zip: expected an end record at the end');
  const localHeaders: number[] = [];
  const directoryHeaders: number[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    directoryHeaders.push(at);
    localHeaders.push(view.getUint32(at + 42, true));
    at +=
      DIRECTORY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { localHeaders, directoryHeaders, end };
}

/** The entries of an undamaged zip, in the order of its directory. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  return findZipPlaces(bytes).directoryHeaders.map((at) => {
    const nameStart = at + DIRECTORY_BYTES;
    const local = view.getUint32(at + 42, true);
    const start = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    return {
      name: new TextDecoder().decode(bytes.subarray(nameStart, nameStart + view.getUint16(at + 28, true))),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      data: bytes.subarray(start, start + view.getUint32(at + 20, true)),
    };
  });
}

/** A stored entry with the checksum of its bytes. */
export function storedEntry(name: string, data: Uint8Array): ZipEntry {
  return { name, method: 0, size: data.byteLength, crc: crc32(data), data };
}

/** Writes a zip, data at multiples of 64 as torch does. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const padding = (ALIGNMENT - ((at + LOCAL_BYTES + name.length + 4) % ALIGNMENT)) % ALIGNMENT;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2); // names are UTF-8
    shared.writeUInt16LE(entry.method, 4);
    shared.writeUInt32LE(entry.crc, 10);
    shared.writeUInt32LE(entry.data.byteLength, 14);
    shared.writeUInt32LE(entry.size, 18);
    shared.writeUInt16LE(name.length, 22);
    directory.push(directoryHeader(shared, name, at));
    shared.writeUInt16LE(4 + padding, 24);
    const extra = Buffer.concat([Buffer.from('FB'), uint16(padding), Buffer.alloc(padding, 'Z')]);
    const local = [uint32(0x04034b50), shared, name, extra, Buffer.from(entry.data)];
    parts.push(...local);
    at += local.reduce((sum, part) => sum + part.length, 0);
  }
  const headers = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = [uint32(END_SIGNATURE), uint32(0), count, count, uint32(headers.length), uint32(at), uint16(0)];
  return new Uint8Array(Buffer.concat([...parts, headers, ...end]));
}

function directoryHeader(shared: Buffer, name: Buffer, localHeader: number): Buffer {
  return Buffer.concat([uint32(0x02014b50), uint16(20), shared, Buffer.alloc(10), uint32(localHeader), name]);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
