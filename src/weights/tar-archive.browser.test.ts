import { packTar } from 'modern-tar';
import { expect, it } from 'vitest';
import { createMemorySource } from './byte-source';
import { ArchiveError } from './archive-error';
import { readTarGz } from './tar-archive';

// The browser's decompressor is another one than Node's, and gives what it unpacked at once.

async function gzip(parts: readonly BlobPart[]): Promise<Uint8Array> {
  const packed = new Blob([...parts]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

async function sizesOf(bytes: Uint8Array): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  await readTarGz(createMemorySource(bytes), async ({ path }, pieces) => {
    sizes[path] = 0;
    for await (const piece of pieces) sizes[path] += piece.byteLength;
  });
  return sizes;
}

it('reads, and refuses what is cut off or damaged', async () => {
  const random = crypto.getRandomValues(new Uint8Array(60_000));
  const packed = await gzip([
    await packTar([
      { header: { name: './info.json', size: 2 }, body: '{}' },
      { header: { name: './weights.pt', size: random.length }, body: random },
    ]),
  ]);
  expect(await sizesOf(packed)).toEqual({ 'info.json': 2, 'weights.pt': random.length });
  for (const length of [0, 10, 1000, packed.length - 8, packed.length - 1]) {
    await expect(sizesOf(packed.subarray(0, length))).rejects.toThrow(ArchiveError);
  }
  packed[30_000]! ^= 1;
  await expect(sizesOf(packed)).rejects.toThrow(ArchiveError);
});

it('stops a bomb early', async () => {
  const packed = await gzip([
    (await packTar([{ header: { name: 'a', size: 1 }, body: 'x' }])).slice(0, 1024),
    new Uint8Array(300_000_000),
  ]);
  await expect(sizesOf(packed)).rejects.toThrow(ArchiveError);
});
