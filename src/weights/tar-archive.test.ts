import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createMemorySource, type ByteSource } from './byte-source';
import { ArchiveError } from './archive-error';
import { readTarGz } from './tar-archive';

const END = Buffer.alloc(1024);

/** A tar header as POSIX describes it, written by hand so that the tests don't share the reader's ideas. */
function header(name: string, size: number, type = '0'): Buffer {
  const block = Buffer.alloc(512);
  block.write(name.slice(0, 100), 0);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('14524666400\0', 136);
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\u000000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function file(name: string, content: string | Uint8Array, type = '0'): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([header(name, bytes.length, type), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

const pax = (key: string, value: string) => {
  const record = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(record);
  while (length !== Buffer.byteLength(`${length}${record}`)) length = Buffer.byteLength(`${length}${record}`);
  return file('PaxHeaders/x', `${length}${record}`, 'x');
};

const tar = (...parts: readonly Buffer[]) => Buffer.concat([...parts, END]);
const long = `${'deep/'.repeat(30)}weights.pt`;
const random = randomBytes(300_000);

async function unpack(bytes: Uint8Array, limits?: Parameters<typeof readTarGz>[2]): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  await readTarGz(
    createMemorySource(bytes),
    async ({ path, size }, pieces) => {
      const parts: Uint8Array[] = [];
      for await (const piece of pieces) parts.push(piece.slice());
      const content = Buffer.concat(parts);
      expect(content.length).toBe(size);
      files.set(path, content);
    },
    limits,
  );
  return files;
}

describe('readTarGz', () => {
  it.each([
    ['.tar.gz', (bytes: Buffer) => gzipSync(bytes)],
    ['.tar', (bytes: Buffer) => bytes],
  ])('reads the files of a %s in their order', async (_, pack) => {
    const files = await unpack(
      pack(
        tar(
          file('./', '', '5'),
          file('./._info.json', 'Mac'),
          file('__MACOSX/info.json', 'Mac'),
          file('./info.json', '{}'),
          file('link', '', '2'),
          file('empty.txt', ''),
          file('folder/random.bin', random),
          pax('path', long),
          file('short', 'pax'),
          file('././@LongLink', `${long}2\0`, 'L'),
          file('cut', 'gnu'),
        ),
      ),
    );
    expect([...files.keys()]).toEqual(['info.json', 'empty.txt', 'folder/random.bin', long, `${long}2`]);
    expect(files.get('folder/random.bin')!.equals(random)).toBe(true);
    expect(files.get(long)!.toString()).toBe('pax');
    expect(files.get(`${long}2`)!.toString()).toBe('gnu');
  });

  it('passes over what is not taken', async () => {
    const bytes = gzipSync(tar(file('tiny', 'x'), file('taken', random), file('begun', random), file('last', 'x')));
    const taken: [string, number][] = [];
    await readTarGz(createMemorySource(bytes), async ({ path }, pieces) => {
      let bytesTaken = 0;
      if (path !== 'tiny') {
        for await (const piece of pieces) {
          bytesTaken += piece.byteLength;
          if (path === 'begun') break;
        }
      }
      taken.push([path, bytesTaken]);
    });
    expect(taken).toEqual([
      ['tiny', 0],
      ['taken', random.length],
      ['begun', expect.any(Number)],
      ['last', 1],
    ]);
  });

  it('passes on what its caller throws, and reads no further', async () => {
    const bytes = gzipSync(tar(file('a', random), file('b', randomBytes(20_000_000))));
    const { source, read } = countReads(bytes);
    await expect(readTarGz(source, () => Promise.reject(new RangeError('mine')))).rejects.toThrow(RangeError);
    expect(read()).toBeLessThan(8_000_000);
  });

  it('refuses every archive that is cut off', async () => {
    const plain = tar(file('a', random.subarray(0, 1000)), file('b', 'x'));
    const packed = gzipSync(plain);
    for (let length = 0; length < packed.length; length += 7) {
      await expect(unpack(packed.subarray(0, length)), `${length} bytes`).rejects.toThrow(ArchiveError);
    }
    for (let length = 0; length < plain.length - 512; length += 100) {
      await expect(unpack(plain.subarray(0, length)), `${length} bytes`).rejects.toThrow(ArchiveError);
    }
  });

  it('notices changed bytes', async () => {
    const packed = gzipSync(tar(file('a', random)));
    packed[packed.length >> 1]! ^= 1;
    await expect(unpack(packed)).rejects.toThrow('can not be unpacked');
    const plain = tar(file('a', 'b'));
    plain[3]! ^= 1;
    await expect(unpack(plain)).rejects.toThrow('no .tar archive');
  });

  it.each(['../a', 'b/../../a', '/etc/a', 'C:\\a', '..\\a'])('refuses the path %s', async (path) => {
    await expect(unpack(gzipSync(tar(file(path, 'x'))))).rejects.toThrow('leads out of');
  });

  it('refuses a path that comes twice, and foreign files', async () => {
    await expect(unpack(gzipSync(tar(file('a', '1'), file('./a', '2'))))).rejects.toThrow('"a" twice');
    await expect(unpack(gzipSync('just some text'))).rejects.toThrow(ArchiveError);
    await expect(unpack(random)).rejects.toThrow(ArchiveError);
    await expect(unpack(new Uint8Array(0))).rejects.toThrow(ArchiveError);
  });

  it('has limits', async () => {
    const bytes = gzipSync(tar(file('a', '12345'), file('b', '12345'), file('c', '12345')));
    await expect(unpack(bytes, { entries: 2, totalBytes: 100 })).rejects.toThrow('more than 2 entries');
    await expect(unpack(bytes, { entries: 3, totalBytes: 14 })).rejects.toThrow('more than 14 bytes');
    expect((await unpack(bytes, { entries: 3, totalBytes: 15 })).size).toBe(3);
  });

  it.each([
    ['in a file', [header('a', 1024 ** 3)]],
    ['behind the end', [file('a', 'x'), END]],
  ])('stops a bomb early: zeros %s', async (_, start) => {
    const packed = gzipSync(Buffer.concat([...start, Buffer.alloc(400_000_000)]));
    expect(packed.length).toBeLessThan(1_000_000);
    let taken = 0;
    const reading = readTarGz(createMemorySource(packed), async (_file, pieces) => {
      for await (const piece of pieces) taken += piece.byteLength;
    });
    await expect(reading).rejects.toThrow(ArchiveError);
    expect(taken).toBeLessThan(100_000_000);
  });

  it('says when the source shrinks', async () => {
    const packed = gzipSync(tar(file('a', random)));
    const source: ByteSource = {
      size: packed.length,
      slice: (start, end) => Promise.resolve(packed.subarray(start, Math.min(end, 5000))),
    };
    await expect(readTarGz(source, () => Promise.resolve())).rejects.toThrow('got 5000 of them');
  });
});

/** Counts the bytes that are asked for. */
function countReads(bytes: Uint8Array): { readonly source: ByteSource; readonly read: () => number } {
  let read = 0;
  const inner = createMemorySource(bytes);
  const slice: ByteSource['slice'] = (start, end) => {
    read += end - start;
    return inner.slice(start, end);
  };
  return { source: { size: inner.size, slice }, read: () => read };
}

const folder = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'checkpoints', 'package');

interface PackageIndex {
  readonly archives: readonly {
    readonly file: string;
    readonly members: readonly { readonly name: string; readonly sha256: string }[];
  }[];
}

describe.skipIf(!existsSync(folder))('archives like the official download (../shared/checkpoints/package)', () => {
  it('gives each member with its hash', async () => {
    const { archives } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as PackageIndex;
    expect(archives).toHaveLength(2);
    for (const { file: name, members } of archives) {
      const files = await unpack(readFileSync(join(folder, name)));
      const hashes = [...files].map(([path, content]) => [path, createHash('sha256').update(content).digest('hex')]);
      const expected = members.filter(({ name: member }) => !member.includes('._'));
      expect(hashes).toEqual(expected.map(({ name: member, sha256 }) => [member.replace('./', ''), sha256]));
    }
  });

  it('refuses the one that is cut off', async () => {
    await expect(unpack(readFileSync(join(folder, 'truncated.tar.gz')))).rejects.toThrow('cut off');
  });
});
