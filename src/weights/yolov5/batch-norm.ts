import { CheckpointError } from '../checkpoint-error';
import type { PickleValue } from '../pickle/pickle-value';
import type { Checkpoint } from '../torch/checkpoint';
import { readModule } from '../torch/module-tree';
import { boolOf, numberOf } from '../torch/typed-value';
import { refusal, requireClass, requireParts } from './module-parts';
import { readFloats } from './read-floats';

/** A batch norm after training: y = scale * x + shift for each channel. */
export interface ChannelScaling {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

/**
 * Reads a BatchNorm2d of `channels` channels: scale = gamma / sqrt(eps + var), shift = beta - gamma * mean / sqrt(var + eps),
 * every step rounded to float32 as PyTorch does it when it folds a batch norm into the convolution before it.
 * @throws CheckpointError when the module is another one, or its values give no finite numbers.
 */
export async function readBatchNorm(
  checkpoint: Checkpoint,
  value: PickleValue | undefined,
  channels: number,
  path: string,
): Promise<ChannelScaling> {
  const module = readModule(value, path);
  requireClass(module, path, 'torch.nn.modules.batchnorm.BatchNorm2d');
  requireParts(module, path, { parameters: ['weight', 'bias'], buffers: ['running_mean', 'running_var'] });
  if (!boolOf(module.attributes.get('track_running_stats'), `${path}.track_running_stats`)) {
    throw refusal(module, path, 'expected statistics of the training (track_running_stats), got none');
  }
  const eps = Math.fround(numberOf(module.attributes.get('eps'), `${path}.eps`));
  const read = (from: ReadonlyMap<string, PickleValue>, name: string): Promise<Float32Array> =>
    readFloats(checkpoint, from.get(name)!, [channels], `${path}.${name}`);
  const [gamma, beta, mean, variance] = await Promise.all([
    read(module.parameters, 'weight'),
    read(module.parameters, 'bias'),
    read(module.buffers, 'running_mean'),
    read(module.buffers, 'running_var'),
  ]);
  const scale = new Float32Array(channels);
  const shift = new Float32Array(channels);
  for (let i = 0; i < channels; i++) {
    const deviation = f32(Math.sqrt(f32(eps + variance[i]!)));
    scale[i] = gamma[i]! / deviation;
    shift[i] = beta[i]! - f32(f32(gamma[i]! * mean[i]!) / deviation);
    if (Number.isFinite(scale[i]!) && Number.isFinite(shift[i]!)) continue;
    throw new CheckpointError(
      'damaged',
      `its values for channel ${i} give no finite number (variance ${variance[i]!})`,
      path,
    );
  }
  return { scale, shift };
}

const f32 = Math.fround;
