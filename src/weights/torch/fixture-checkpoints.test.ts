import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemorySource } from '../byte-source';
import type { CheckpointErrorCode } from '../checkpoint-error';
import { isKind, isList, nameOfGlobal } from '../pickle/pickle-records';
import type { PickleCall, PickleValue } from '../pickle/pickle-value';
import type { Checkpoint } from './checkpoint';
import { openCheckpoint } from './open-checkpoint';
import { ITEM_BYTES } from './torch-storage';

const folder = resolve(import.meta.dirname, '../../../../shared/checkpoints');
const hasFixtures = existsSync(folder);
const filesOf = (name: string) =>
  hasFixtures ? readdirSync(resolve(folder, name)).filter((file) => file.endsWith('.pt')) : [];

const open = (path: string) =>
  openCheckpoint(createMemorySource(new Uint8Array(readFileSync(resolve(folder, path)))), () => undefined);

/** All tensors of a pickle, wherever they stand. */
function tensorsIn(root: PickleValue): PickleCall[] {
  const seen = new Set<PickleValue>();
  const tensors: PickleCall[] = [];
  const open: PickleValue[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isList(value)) for (const item of value) open.push(item);
    else if (isKind(value, 'dict')) for (const item of value.entries.values()) open.push(item);
    else if (isKind(value, 'object')) open.push(value.args, value.state);
    else if (isKind(value, 'call')) {
      const { target } = value;
      if (isKind(target, 'global') && nameOfGlobal(target) === 'torch._utils._rebuild_tensor_v2') tensors.push(value);
      else open.push(target, value.args, value.state);
    }
  }
  return tensors;
}

/** Class weights and the like are doubles, which no network computes with. */
function isOfTraining({ args }: PickleCall): boolean {
  const [storage] = isList(args) ? args : [];
  const [, type] = storage !== undefined && isKind(storage, 'persistent') && isList(storage.id) ? storage.id : [];
  return type !== undefined && isKind(type, 'global') && type.name === 'DoubleStorage';
}

/** Reads every other tensor; how many there are. */
async function readAll(checkpoint: Checkpoint): Promise<number> {
  const tensors = tensorsIn(checkpoint.root).filter((tensor) => !isOfTraining(tensor));
  for (const value of tensors) {
    const tensor = checkpoint.tensor(value, 'tensor');
    const { type, count, dims } = tensor;
    expect(count).toBe(dims.reduce((product, dim) => product * dim, 1));
    expect((await tensor.read()).byteLength).toBe(count * ITEM_BYTES[type]);
  }
  return tensors.length;
}

describe.skipIf(!hasFixtures)('checkpoints of ../shared/checkpoints', () => {
  it.each([...filesOf('small').map((file) => `small/${file}`), ...filesOf('real').map((file) => `real/${file}`)])(
    '%s: every tensor is readable',
    async (path) => {
      const checkpoint = await open(path);
      expect(checkpoint.warnings).toEqual([]);
      expect(await readAll(checkpoint)).toBeGreaterThan(20);
    },
  );

  it.each<[string, CheckpointErrorCode, string]>([
    ['html', 'unsupported', 'this is a web page'],
    ['empty', 'damaged', 'the file is empty'],
    ['git-lfs-pointer', 'unsupported', 'Git LFS pointer'],
    ['truncated-1', 'damaged', 'cut off or damaged'],
    ['truncated-5k', 'damaged', 'cut off or damaged'],
    ['head-missing', 'damaged', 'does not begin as the zip'],
    ['legacy', 'legacy', 'before 1.6'],
    ['torchscript', 'torchscript', 'TorchScript'],
    ['no-data-pkl', 'unsupported', 'expected one data.pkl, got 0'],
    ['storage-missing', 'damaged', 'no entry data/48'],
    ['storage-short', 'damaged', 'in data/48, got'],
    ['big-endian', 'unsupported', 'got "big"'],
    ['crc-storage', 'damaged', 'its checksum does not fit'],
    ['crc-pickle', 'damaged', 'data.pkl: its checksum does not fit'],
    ['bomb-pickle', 'too-large', 'data.pkl: expected at most 67108864 bytes, got'],
    ['bomb-lying', 'damaged', 'megadetector_info.json: can not be unpacked'],
    ['method-bzip2', 'unsupported', 'got compression method 12'],
    ['two-roots', 'damaged', 'got 2'],
    ['duplicate-entry', 'damaged', 'duplicate filename'],
    ['memo-undefined', 'damaged', 'nothing was remembered'],
    ['stack-underflow', 'damaged', 'expected 2 values on the stack'],
    ['no-stop', 'damaged', 'without STOP'],
    ['unknown-opcode', 'damaged', '0xfe is no opcode'],
    ['string-too-long', 'damaged', 'got 4'],
    ['ext-opcode', 'damaged', 'outside the file'],
    ['quantized-storage', 'unsupported', 'got torch.QInt8Storage'],
    ['tensor-beyond-storage', 'damaged', 'reaches beyond its storage of 864 values'],
    ['tensor-offset-beyond-storage', 'damaged', 'reaches beyond its storage of 864 values'],
  ])('negative/%s.pt is refused: %s', async (file, code, words) => {
    const opened = open(`negative/${file}.pt`).then(readAll);
    await expect(opened).rejects.toMatchObject({ code, message: expect.stringContaining(words) as string });
  });

  it('negative/bomb-info.pt opens without the entry that unpacks to 96 MiB', async () => {
    const { texts, warnings } = await open('negative/bomb-info.pt');
    expect(texts.has('megadetector_info.json')).toBe(false);
    expect(warnings).toEqual([expect.stringMatching(/^left out: megadetector_info.json: /)]);
  });

  it('negative/os-system-root.pt: the call stays a record', async () => {
    const { root, contents } = await open('negative/os-system-root.pt');
    expect(root).toMatchObject({ kind: 'call', args: ['echo harmless'] });
    expect(contents.globals).toEqual({ 'posix.system': 1 });
  });

  it.each(['deep-tuple', 'deep-list-in-model', 'cycle-list', 'cycle-module'])(
    'negative/%s.pt opens; whoever walks it bounds the walk',
    async (file) => {
      expect((await open(`negative/${file}.pt`)).warnings).toEqual([]);
    },
  );
});
