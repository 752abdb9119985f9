import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from './archive-error';
import { createMemorySource } from './byte-source';
import { openArchive } from './package-archive';

const pixels = Uint8Array.from({ length: 300_000 }, (_, index) => (index * index) % 253);

async function pack(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { level?: number; password?: string } = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  for (const [name, content] of Object.entries(files)) {
    await writer.add(name, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content));
  }
  return writer.close();
}

async function unpackAll(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const unpacked: Record<string, Uint8Array> = {};
  for (const entry of await openArchive(createMemorySource(bytes))) {
    const parts: Uint8Array[] = [];
    await entry.unpack((part) => parts.push(part.slice()));
    unpacked[entry.path] = Buffer.concat(parts);
  }
  return unpacked;
}

describe('openArchive', () => {
  it.each([
    ['stored', 0],
    ['deflated', 6],
  ])('unpacks %s entries', async (_, level) => {
    const bytes = await pack(
      { 'pkg/info.json': '{}', 'pkg/größe.onnx': pixels, '__MACOSX/pkg/._info.json': 'x' },
      { level },
    );
    const unpacked = await unpackAll(bytes);
    expect(Object.keys(unpacked)).toEqual(['pkg/info.json', 'pkg/größe.onnx']);
    expect(Buffer.compare(unpacked['pkg/größe.onnx']!, pixels)).toBe(0);
  });

  it('notices a changed byte', async () => {
    const bytes = await pack({ 'a.onnx': pixels }, { level: 0 });
    bytes[1000] = bytes[1000]! ^ 1;
    await expect(unpackAll(bytes)).rejects.toThrow(ArchiveError);
  });

  it('refuses more bytes than the directory promises', async () => {
    const bytes = await pack({ 'a.onnx': new Uint8Array(100_000) }, { level: 6 });
    // The unpacked size in the central directory, 24 bytes after its signature.
    const directory = bytes.findIndex((_, at) => [0x50, 0x4b, 1, 2].every((byte, step) => bytes[at + step] === byte));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, 10, true);
    await expect(unpackAll(bytes)).rejects.toThrow(ArchiveError);
  });

  it('has limits', async () => {
    const bytes = await pack({ a: '12345', b: '12345', c: '12345' });
    const source = createMemorySource(bytes);
    await expect(openArchive(source, { entries: 2, totalBytes: 100 })).rejects.toThrow('more than 2 entries');
    await expect(openArchive(source, { entries: 3, totalBytes: 14 })).rejects.toThrow('more than 14 bytes');
    expect(await openArchive(source, { entries: 3, totalBytes: 15 })).toHaveLength(3);
  });

  it('refuses what would unpack to far more than real files do', async () => {
    const bytes = await pack({ 'bomb.onnx': new Uint8Array(65 * 1024 ** 2) }, { level: 9 });
    expect(bytes.length).toBeLessThan(200_000);
    await expect(openArchive(createMemorySource(bytes))).rejects.toThrow(/packed bytes unpack to 68157440 bytes/);
  });

  it.each(['../a', 'b/../../a', '/etc/a', 'C:\\a', '..\\a', 'x'.repeat(4097)])('refuses the name %s', async (name) => {
    await expect(openArchive(createMemorySource(await pack({ [name]: 'x' })))).rejects.toThrow(ArchiveError);
  });

  it('refuses a name that comes twice', async () => {
    await expect(openArchive(createMemorySource(await pack({ a: 'x', './a': 'y' })))).rejects.toThrow('"a" twice');
  });

  it('refuses encrypted, cut and foreign files', async () => {
    await expect(unpackAll(await pack({ a: 'b' }, { password: 'x' }))).rejects.toThrow('encrypted');
    const whole = await pack({ a: pixels });
    await expect(unpackAll(whole.subarray(0, whole.length - 30))).rejects.toThrow(ArchiveError);
    await expect(unpackAll(whole.subarray(0, 1000))).rejects.toThrow(ArchiveError);
    await expect(unpackAll(pixels)).rejects.toThrow(ArchiveError);
  });
});
