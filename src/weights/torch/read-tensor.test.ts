import { expect, it } from 'vitest';
import { pickleOf, tensor } from '../../../test/weights/torch-archive';
import type { ByteSource } from '../byte-source';
import { readPickle } from '../pickle/read-pickle';
import { readTensor } from './read-tensor';

const COUNT = 2 ** 27;
const BYTES = COUNT * 4;

/** A file of half a gigabyte whose bytes must never be asked for. */
const source: ByteSource = {
  size: BYTES,
  slice: (start, end) => Promise.reject(new Error(`bytes ${start} to ${end} were read`)),
};

function readLarge(dims: readonly number[], strides: readonly number[]) {
  const pickle = pickleOf(tensor({ storage: 'FloatStorage', key: '0', count: COUNT, dims, strides }));
  const { root } = readPickle(new TextEncoder().encode(pickle));
  return readTensor(source, () => ({ start: 0, end: BYTES }), root, 'weight');
}

it('a large tensor in one piece has its range, and is not brought into memory', async () => {
  const whole = readLarge([COUNT], [1]);
  expect(whole.range).toEqual({ start: 0, end: BYTES });
  await expect(whole.read()).rejects.toMatchObject({ code: 'too-large', where: 'weight' });
});

it('two values far apart are not worth what lies between them', async () => {
  await expect(readLarge([2], [COUNT - 1]).read()).rejects.toMatchObject({
    code: 'too-large',
    message: `weight: expected a tensor within ${2 ** 28} bytes, it is spread over ${BYTES}`,
  });
});
