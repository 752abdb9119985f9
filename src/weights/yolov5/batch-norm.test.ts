import { describe, expect, it } from 'vitest';
import { memoryCheckpoint, moduleRecord, tensorRecord } from '../../../test/weights/module-records';
import type { PickleValue } from '../pickle/pickle-value';
import { readBatchNorm } from './batch-norm';

const vector = (...values: number[]) => tensorRecord([values.length], Float32Array.from(values));

function batchNorm(change: Readonly<Record<string, PickleValue>> = {}) {
  const { eps = 0, track = true, weight = vector(2, 3), bias = vector(1, -1) } = change;
  const { running_mean = vector(3, 10), running_var = vector(4, 0.25) } = change;
  return moduleRecord('torch.nn.modules.batchnorm.BatchNorm2d', {
    parameters: { weight, bias },
    buffers: { running_mean, running_var },
    attributes: { eps, track_running_stats: track },
  });
}

const read = (module: PickleValue) => readBatchNorm(memoryCheckpoint(null), module, 2, 'bn');

describe('readBatchNorm', () => {
  it('gives scale and shift of each channel', async () => {
    // 2 / √4 = 1, 1 - 2·3 / √4 = -2; 3 / √¼ = 6, -1 - 3·10 / √¼ = -61.
    expect(await read(batchNorm())).toEqual({ scale: Float32Array.of(1, 6), shift: Float32Array.of(-2, -61) });
  });

  it('reads eps instead of assuming one', async () => {
    const { scale } = await read(batchNorm({ eps: 12 }));
    expect(scale[0]).toBe(0.5); // 2 / √(12 + 4)
  });

  it.each<[string, Readonly<Record<string, PickleValue>>, string]>([
    ['a negative variance', { running_var: vector(1, -1) }, 'bn: its values for channel 1 give no finite number'],
    ['a variance of zero', { running_var: vector(0, 1) }, 'bn: its values for channel 0 give no finite number'],
    ['a mean that is no number', { running_mean: vector(0, NaN) }, 'bn: its values for channel 1'],
    ['another number of channels', { weight: vector(1) }, 'bn.weight: expected floats [2], got float32 [1]'],
    ['no statistics', { track: false }, 'expected statistics of the training'],
    ['an eps that is no number', { eps: 'small' }, 'bn.eps: expected a number, got the text "small"'],
  ])('refuses %s', async (_, change, message) => {
    await expect(read(batchNorm(change))).rejects.toThrow(message);
  });
});
