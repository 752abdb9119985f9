import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMemorySource } from './byte-source';
import { computeFileHashes, computeSha256, computeTextSha256 } from './sha256';

describe('computeSha256', () => {
  it.each([0, 1, 4 * 1024 * 1024, 4 * 1024 * 1024 + 1])('equals Node’s for %d bytes', async (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251);
    const steps: number[] = [];
    const hash = await computeSha256(createMemorySource(bytes), (done) => steps.push(done));
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(steps.at(-1)).toBe(size === 0 ? undefined : size);
  });

  it('fails when the source ends early', async () => {
    const source = { size: 10, slice: () => Promise.resolve(new Uint8Array(9)) };
    await expect(computeSha256(source, () => undefined)).rejects.toThrow('expected bytes 0 to 10, got 9');
  });

  it('hashes text as UTF-8', async () => {
    expect(await computeTextSha256('é')).toBe(createHash('sha256').update('é').digest('hex'));
  });
});

it.each([0, 5, 4 * 1024 * 1024 + 1])('computes both hashes of %i bytes in one pass', async (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * index) % 251);
  const hash = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex');
  expect(await computeFileHashes(createMemorySource(bytes), () => undefined)).toEqual({
    md5: hash('md5'),
    sha256: hash('sha256'),
  });
});
