import { describe, expect, it } from 'vitest';
import { buildTorchArchive, dict, pickleOf, tensor, text, type ArchivePart } from '../../../test/weights/torch-archive';
import { createMemorySource } from '../byte-source';
import { CheckpointError } from '../checkpoint-error';
import { joinBytes } from '../onnx/join-bytes';
import { isKind } from '../pickle/pickle-records';
import type { Checkpoint } from './checkpoint';
import { createCheckpointReport } from './checkpoint-report';
import { openCheckpoint } from './open-checkpoint';

const SIX = new Uint8Array(Float32Array.of(1, 2, 3, 4, 5, 6).buffer);
const matrix = { storage: 'FloatStorage', key: '0', count: 6, dims: [2, 3], strides: [3, 1] } as const;

const open = async (parts: readonly ArchivePart[], root?: string) =>
  openCheckpoint(createMemorySource(await buildTorchArchive(parts, root)), () => undefined);

const withWeight = (weight: string, more: readonly ArchivePart[] = []) =>
  open([{ name: 'data.pkl', bytes: pickleOf(dict({ weight })) }, { name: 'data/0', bytes: SIX }, ...more]);

function weightOf(checkpoint: Checkpoint) {
  if (!isKind(checkpoint.root, 'dict')) throw new Error('expected a dict');
  return checkpoint.tensor(checkpoint.root.entries.get('weight')!, 'weight');
}

const floats = (bytes: Uint8Array) => [...new Float32Array(bytes.slice().buffer)];

/** A zip of empty folders. */
function archiveOfFolders(count: number): Uint8Array {
  const names = Array.from({ length: count }, (_, i) => new TextEncoder().encode(`${i}/`));
  const parts: Uint8Array[] = [];
  const add = (name: Uint8Array, length: number, write: (view: DataView) => void) => {
    const record = new Uint8Array(length + name.length);
    write(new DataView(record.buffer));
    record.set(name, length);
    parts.push(record);
    return record.length;
  };
  let at = 0;
  const starts = names.map((name) => {
    const start = at;
    at += add(name, 30, (view) => {
      view.setUint32(0, 0x04034b50, true);
      view.setUint16(26, name.length, true);
    });
    return start;
  });
  const directory = names.reduce(
    (size, name, i) =>
      size +
      add(name, 46, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(28, name.length, true);
        view.setUint32(42, starts[i]!, true);
      }),
    0,
  );
  add(new Uint8Array(0), 22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, count, true);
    view.setUint16(10, count, true);
    view.setUint32(12, directory, true);
    view.setUint32(16, at, true);
  });
  return joinBytes(parts);
}

async function refusal(work: Promise<unknown>): Promise<CheckpointError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof CheckpointError) return error;
  throw new Error('expected a CheckpointError', { cause: error });
}

describe('tensors', () => {
  it('in one piece: the bytes lie in the file', async () => {
    const archive = await buildTorchArchive([
      { name: 'data.pkl', bytes: pickleOf(dict({ weight: tensor(matrix) })) },
      { name: 'data/0', bytes: SIX },
    ]);
    const found = weightOf(await openCheckpoint(createMemorySource(archive), () => undefined));
    expect(found).toMatchObject({ type: 'float32', dims: [2, 3], count: 6 });
    expect(floats(archive.slice(found.range!.start, found.range!.end))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(floats(await found.read())).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('with an offset', async () => {
    const part = weightOf(await withWeight(tensor({ ...matrix, offset: 2, dims: [2], strides: [1] })));
    expect(floats(await part.read())).toEqual([3, 4]);
  });

  it('strides are followed into row-major order', async () => {
    const turned = weightOf(await withWeight(tensor({ ...matrix, dims: [3, 2], strides: [1, 3] })));
    expect(turned.range).toBeNull();
    expect(floats(await turned.read())).toEqual([1, 4, 2, 5, 3, 6]);
  });

  it('a parameter is the tensor inside it', async () => {
    const parameter = `ctorch._utils\n_rebuild_parameter\n(${tensor(matrix)}I01\nNtR`;
    expect(weightOf(await withWeight(parameter)).dims).toEqual([2, 3]);
  });

  it.each([
    ['beyond its storage', { ...matrix, offset: 1 }, 'damaged', 'reaches beyond its storage of 6 values'],
    ['beyond its storage by strides', { ...matrix, strides: [6, 1] }, 'damaged', 'reaches beyond'],
    ['negative strides', { ...matrix, strides: [-3, 1] }, 'damaged', 'as many strides'],
    ['sizes beyond numbers', { ...matrix, dims: [2 ** 40, 2 ** 40] }, 'damaged', 'reaches beyond'],
    ['fewer strides than sizes', { ...matrix, strides: [1] }, 'damaged', 'as many strides'],
    ['an expanded view', { ...matrix, dims: [100, 6], strides: [0, 1] }, 'unsupported', 'repeats its 6 values'],
    ['a storage of another length', { ...matrix, count: 7 }, 'damaged', 'expected 28 bytes in data/0, got 24'],
    ['a storage that is missing', { ...matrix, key: '9' }, 'damaged', 'no entry data/9'],
    ['quantised weights', { ...matrix, storage: 'QInt8Storage' }, 'unsupported', 'got torch.QInt8Storage'],
    ['a storage type that JavaScript knows', { ...matrix, storage: 'constructor' }, 'unsupported', 'torch.constructor'],
  ] as const)('%s', async (_, of, code, message) => {
    const checkpoint = await withWeight(tensor(of));
    const error = await refusal(Promise.resolve().then(() => weightOf(checkpoint)));
    expect(error.code).toBe(code);
    expect(error.where).toBe('weight');
    expect(error.message).toContain(message);
  });

  it('a call in its place is not made', async () => {
    const checkpoint = await withWeight(`cposix\nsystem\n(${text('echo harmless')}tR`);
    const error = await refusal(Promise.resolve().then(() => weightOf(checkpoint)));
    expect(error.code).toBe('unsafe');
    expect(error.message).toContain('a call of posix.system');
  });
});

describe('archives', () => {
  const pickle: ArchivePart = { name: 'data.pkl', bytes: pickleOf('N') };

  it.each<[string, readonly ArchivePart[], string, string]>([
    ['without a pickle', [{ name: 'data/0', bytes: SIX }], 'unsupported', 'expected one data.pkl, got 0'],
    ['of TorchScript', [pickle, { name: 'constants.pkl', bytes: 'x' }], 'torchscript', 'TorchScript'],
    ['big-endian', [pickle, { name: 'byteorder', bytes: 'big' }], 'unsupported', 'little-endian'],
    [
      'with packed weights',
      [pickle, { name: 'data/0', bytes: new Uint8Array(1000), isPacked: true }],
      'unsupported',
      'packed',
    ],
    ['whose pickle breaks off', [{ name: 'data.pkl', bytes: 'N' }], 'damaged', 'without STOP'],
  ])('%s', async (_, parts, code, message) => {
    const error = await refusal(open(parts));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  it('a packed text is read, one that is too large is left out with a warning', async () => {
    const { texts, warnings } = await open([
      pickle,
      { name: 'megadetector_info.json', bytes: '{"image_size": 640}', isPacked: true },
      { name: 'notes', bytes: new Uint8Array(100_000), isPacked: true },
    ]);
    expect(texts.get('megadetector_info.json')).toBe('{"image_size": 640}');
    expect(warnings).toEqual(['left out: notes: expected at most 65536 bytes, got 100000']);
  });

  it('every byte of pickle and weights is under a checksum', async () => {
    const archive = await buildTorchArchive([pickle, { name: 'data/0', bytes: SIX }]);
    const at = archive.findIndex((_, i) => SIX.every((byte, j) => archive[i + j] === byte));
    archive[at + 5]! ^= 1;
    const error = await refusal(openCheckpoint(createMemorySource(archive), () => undefined));
    expect(error).toMatchObject({ code: 'damaged', where: 'data/0' });
    expect(error.contents?.opcodes).toEqual({ NONE: 1, STOP: 1 });
  });

  it('of many entries beside the weights only some are read, and the byte order always', async () => {
    const many = Array.from({ length: 50 }, (_, i) => ({ name: `note${i}`, bytes: 'x' }));
    const { texts, warnings } = await open([pickle, ...many, { name: 'byteorder', bytes: 'little' }]);
    expect(texts.size).toBe(32);
    expect(texts.get('byteorder')).toBe('little');
    expect(warnings).toEqual(['left out: 19 of 51 entries beside the weights']);
  });

  it('a pickle deeper than the root folder', async () => {
    const parts = [
      { ...pickle, name: 'inner/data.pkl' },
      { name: 'data/0', bytes: SIX },
    ];
    expect((await refusal(open(parts))).message).toContain('got archive/ and archive/inner/data.pkl');
  });

  it('a header in front of the data that names another entry', async () => {
    const archive = await buildTorchArchive([pickle]);
    archive.set(new TextEncoder().encode('archive/evil.pkl'), 30);
    const error = await refusal(openCheckpoint(createMemorySource(archive), () => undefined));
    expect(error).toMatchObject({ code: 'damaged', where: 'data.pkl' });
  });

  it('with more entries than any network, folders too', async () => {
    const error = await refusal(openCheckpoint(createMemorySource(archiveOfFolders(20_001)), () => undefined));
    expect(error).toMatchObject({ code: 'too-large', message: 'the archive has more than 20000 entries' });
  });

  it.each([1, 10, 100])('cut off by %s bytes', async (cut) => {
    const archive = await buildTorchArchive([pickle, { name: 'data/0', bytes: SIX }]);
    const source = createMemorySource(archive.subarray(0, archive.length - cut));
    expect((await refusal(openCheckpoint(source, () => undefined))).code).toBe('damaged');
  });

  it('tells how far it is', async () => {
    const seen: (readonly [number, number])[] = [];
    const archive = await buildTorchArchive([pickle, { name: 'data/0', bytes: SIX }]);
    await openCheckpoint(createMemorySource(archive), (done, total) => seen.push([done, total]));
    expect(seen).toEqual([[24, 24]]);
  });
});

describe('reports', () => {
  it('say what is in the file, without its weights', async () => {
    const { contents } = await withWeight(tensor(matrix));
    const error = new CheckpointError('unsupported', 'expected a module, got the number 42', 'model');
    const report = createCheckpointReport({ fileName: 'a.pt', fileSize: 123, error, contents });
    expect(report).toContain('File: a.pt (123 bytes)');
    expect(report).toContain('Refused: unsupported: model: expected a module, got the number 42');
    expect(report).toContain('  1 torch._utils._rebuild_tensor_v2');
    expect(report).toContain('Root keys: weight');
  });

  it('a file that can not be read has one too', () => {
    const error = { code: 'damaged', message: 'cut off' };
    expect(createCheckpointReport({ fileName: 'a.pt', fileSize: 0, error, contents: null })).toContain('not readable');
  });
});
