import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createMemorySource } from './byte-source';
import { computeDigests } from './file-digests';

it.each([0, 5, 4 * 1024 * 1024, 9_000_001])('hashes %i bytes', async (size) => {
  const bytes = randomBytes(size);
  const done: number[] = [];
  expect(await computeDigests(createMemorySource(bytes), (count) => done.push(count))).toEqual({
    md5: createHash('md5').update(bytes).digest('hex'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  expect(done.at(-1) ?? 0).toBe(size);
});

it('says when bytes are missing', async () => {
  const source = { size: 10, slice: () => Promise.resolve(new Uint8Array(4)) };
  await expect(computeDigests(source, () => undefined)).rejects.toThrow('expected bytes 0 to 10, got 4');
});
