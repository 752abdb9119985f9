import { CheckpointError } from '../checkpoint-error';
import { copyBuffer } from '../copy-buffer';
import { fromFloat16Bits } from '../float16';
import type { PickleValue } from '../pickle/pickle-value';
import type { Checkpoint } from '../torch/checkpoint';
import type { TorchTensor } from '../torch/torch-tensor';

/** A tensor of floats of exactly these dimensions; its bytes are not read. @throws CheckpointError */
export function floatTensor(
  checkpoint: Checkpoint,
  value: PickleValue,
  dims: readonly number[],
  where: string,
): TorchTensor {
  const tensor = checkpoint.tensor(value, where);
  const fits = tensor.dims.length === dims.length && tensor.dims.every((dim, axis) => dim === dims[axis]);
  if (fits && tensor.type !== 'int64') return tensor;
  const got = `${tensor.type} [${tensor.dims.join(', ')}]`;
  throw new CheckpointError('unsupported', `expected floats [${dims.join(', ')}], got ${got}`, where);
}

/** The values of a small tensor of exactly these dimensions, as float32. @throws CheckpointError */
export async function readFloats(
  checkpoint: Checkpoint,
  value: PickleValue,
  dims: readonly number[],
  where: string,
): Promise<Float32Array> {
  const tensor = floatTensor(checkpoint, value, dims, where);
  const buffer = copyBuffer(await tensor.read());
  return tensor.type === 'float16' ? fromFloat16Bits(new Uint16Array(buffer)) : new Float32Array(buffer);
}
