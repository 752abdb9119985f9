import type { TorchTensor } from '../torch/torch-tensor';
import { ELEMENT_BYTES } from './check-graph';
import type { GraphWeight } from './onnx-graph';

/** A tensor of a checkpoint as a constant of the graph: its bytes stay where they are. Halves are float32 to the nodes. */
export function weightFromTensor(name: string, tensor: TorchTensor): GraphWeight {
  const { type, dims, count, range } = tensor;
  return {
    name,
    elementType: type === 'int64' ? 'int64' : 'float32',
    dims,
    data: { storedType: type, byteLength: count * ELEMENT_BYTES[type], range, read: () => tensor.read() },
  };
}
