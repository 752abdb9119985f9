import { describe, expect, it } from 'vitest';
import { buildTorchArchive, pickleOf } from '../../../test/weights/torch-archive';
import { createMemorySource } from '../byte-source';
import { joinBytes } from '../onnx/join-bytes';
import { openCheckpoint } from './open-checkpoint';
import { withoutIdleZip64 } from './plain-zip-source';

const END_BYTES = 22;
const PICKLE = { name: 'data.pkl', bytes: pickleOf('N') };

/** An archive as torch.save ends it: zip64 records that repeat the plain one. `change` may make them lie. */
async function torchArchive(root = 'archive/', change: (records: DataView) => void = () => undefined) {
  const archive = await buildTorchArchive([PICKLE], root);
  const endAt = archive.length - END_BYTES;
  const end = new DataView(archive.buffer, endAt);
  const records = new DataView(new ArrayBuffer(76));
  records.setUint32(0, 0x06064b50, true);
  records.setBigUint64(4, 44n, true);
  records.setBigUint64(24, BigInt(end.getUint16(8, true)), true);
  records.setBigUint64(32, BigInt(end.getUint16(10, true)), true);
  records.setBigUint64(40, BigInt(end.getUint32(12, true)), true);
  records.setBigUint64(48, BigInt(end.getUint32(16, true)), true);
  records.setUint32(56, 0x07064b50, true);
  records.setBigUint64(64, BigInt(endAt), true);
  records.setUint32(72, 1, true);
  change(records);
  return joinBytes([archive.subarray(0, endAt), new Uint8Array(records.buffer), archive.subarray(endAt)]);
}

const openBytes = (bytes: Uint8Array) => openCheckpoint(createMemorySource(bytes), () => undefined);

describe('idle zip64 records', () => {
  // One of these lengths makes the entry in the directory as long as the two records together.
  it.each(Array.from({ length: 32 }, (_, i) => i + 1))('are left out after a root of %i characters', async (length) => {
    const { root } = await openBytes(await torchArchive(`${'r'.repeat(length)}/`));
    expect(root).toBeNull();
  });

  it('the source without them reads like an archive that never had them', async () => {
    const plain = await buildTorchArchive([PICKLE]);
    const bytes = await torchArchive();
    bytes.set(plain.subarray(0, plain.length - END_BYTES)); // zip.js writes the time
    bytes.set(plain.subarray(-END_BYTES), bytes.length - END_BYTES);
    const source = await withoutIdleZip64(createMemorySource(bytes));
    expect(source.size).toBe(plain.length);
    const border = plain.length - END_BYTES;
    for (const [start, end] of [
      [0, plain.length],
      [border - 5, border],
      [border - 5, border + 5],
      [border + 3, border + 9],
    ] as const) {
      expect([...(await source.slice(start, end))]).toEqual([...plain.subarray(start, end)]);
    }
  });

  it.each([
    ['number of entries', 32],
    ['length of the directory', 40],
    ['place of the directory', 48],
    ['place of the record', 64],
  ])('that name another %s are refused', async (_, at) => {
    const lying = await torchArchive('archive/', (records) =>
      records.setBigUint64(at, records.getBigUint64(at, true) + 1n, true),
    );
    await expect(openBytes(lying)).rejects.toMatchObject({
      code: 'damaged',
      message: 'the archive has two directories that contradict each other',
    });
  });

  it('an archive without them is the same source', async () => {
    const source = createMemorySource(await buildTorchArchive([PICKLE]));
    expect(await withoutIdleZip64(source)).toBe(source);
  });
});
